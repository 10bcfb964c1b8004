using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Core.Environments;

/// <summary>Content hash of a configuration: equal settings have equal hashes, whatever their order.</summary>
/// <param name="Value">SHA-256 in lower-case hexadecimal, 64 characters.</param>
public sealed record ConfigurationHash(string Value)
{
    /// <summary>The first eight characters, used in object names.</summary>
    public string Short => Value[..8];

    /// <summary>The hash of the given settings.</summary>
    public static ConfigurationHash Of(ImmutableSortedDictionary<string, string> settings)
    {
        // Lengths keep "A=B" + "C" apart from "A" + "B=C".
        var text = new StringBuilder();
        foreach (var (key, value) in settings.OrderBy(setting => setting.Key, StringComparer.Ordinal))
            text.Append(key.Length).Append(':').Append(key).Append(value.Length).Append(':').Append(value);

        return new ConfigurationHash(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))
        );
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
