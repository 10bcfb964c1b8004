using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api;

/// <summary>
/// Where the next page of a list begins. All pages bear the version of the first: a page may show an object newer than that, and
/// whoever watches from there is told of every change since.
/// </summary>
internal sealed record ContinueToken(long ResourceVersion, string Namespace, string Name)
{
    /// <exception cref="RefusalException">The text is no token of ours.</exception>
    public static ContinueToken Parse(string text)
    {
        try
        {
            return
                Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('/') is [var version, var ns, var name]
                ? new ContinueToken(long.Parse(version, CultureInfo.InvariantCulture), ns, name)
                : throw new FormatException("expected three parts");
        }
        catch (FormatException e)
        {
            throw Refusal.BadRequest($"continue key is not valid: {e.Message}");
        }
    }

    /// <summary>Whether an object was on an earlier page.</summary>
    public bool IsBehind(ResourceKey key) =>
        string.CompareOrdinal(key.Namespace, Namespace) is var order
        && (order < 0 || (order == 0 && string.CompareOrdinal(key.Name, Name) <= 0));

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{ResourceVersion}/{Namespace}/{Name}"));
}
