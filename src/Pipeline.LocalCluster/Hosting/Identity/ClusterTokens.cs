using System.Security.Cryptography;
using System.Text;

namespace Pipeline.LocalCluster.Hosting.Identity;

/// <summary>
/// The bearer tokens of a cluster: the administrator's, a random one, and one for each service account, derived from it so
/// that none has to be kept.
/// </summary>
public sealed class ClusterTokens(string administrator)
{
    private const char Separator = '.';

    public string Administrator { get; } = administrator;

    /// <summary>A new random token of 256 bits.</summary>
    public static ClusterTokens Random() => new(Hex(RandomNumberGenerator.GetBytes(32)));

    public string ForServiceAccount(string ns, string name)
    {
        var account = Convert.ToHexStringLower(Encoding.UTF8.GetBytes($"{ns}/{name}"));
        return $"{account}{Separator}{Signature(account)}";
    }

    public bool IsValid(string token)
    {
        if (Same(token, Administrator))
            return true;
        return token.Split(Separator) is [var account, var signature] && Same(signature, Signature(account));
    }

    private string Signature(string account) =>
        Hex(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Administrator), Encoding.UTF8.GetBytes(account)));

    private static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
