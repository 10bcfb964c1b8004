using System.Globalization;
using System.Text;

namespace Pipeline.Core.Evidence.Signing;

/// <summary>What a DSSE signature is made over (https://github.com/secure-systems-lab/dsse, "Pre-Authentication Encoding").</summary>
public static class PreAuthentication
{
    /// <summary>Type and payload, each with its length in bytes in front, so that neither can be taken for a part of the other.</summary>
    public static byte[] Encode(string payloadType, ReadOnlySpan<byte> payload)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"DSSEv1 {Encoding.UTF8.GetByteCount(payloadType)} {payloadType} {payload.Length} "
        );
        return [.. Encoding.UTF8.GetBytes(head), .. payload];
    }
}
