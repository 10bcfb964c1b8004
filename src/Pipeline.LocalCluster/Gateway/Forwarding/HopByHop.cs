using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;

namespace Pipeline.LocalCluster.Gateway.Forwarding;

/// <summary>Header fields that are about one connection and are not passed on (RFC 9110, 7.6.1).</summary>
internal static class HopByHop
{
    // Expect is ours to answer: reading the body makes Kestrel send 100 Continue.
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "HTTP2-Settings",
            "Expect",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Whether a field stays behind, given the <c>Connection</c> field of the same message.</summary>
    public static bool Drops(string name, StringValues connection) =>
        Names.Contains(name) || (connection.Count > 0 && NamedBy(connection, name));

    private static bool NamedBy(StringValues connection, string name)
    {
        foreach (var value in connection)
        {
            foreach (var option in value.AsSpan().Split(','))
            {
                if (value.AsSpan(option).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        return false;
    }
}
