namespace Pipeline.Core.Analysis.Load;

/// <summary>One kind of request that a load generator sends.</summary>
/// <param name="Method">HTTP method in capitals.</param>
/// <param name="Path">Path with query, from <c>/</c>.</param>
/// <param name="Share">How often it is drawn, relative to the other routes; at least 1.</param>
/// <param name="Body">JSON body, or null.</param>
public sealed record LoadRoute(string Method, string Path, int Share = 1, string? Body = null)
{
    /// <summary>Whether it changes nothing on the server.</summary>
    public bool OnlyReads => Method is "GET" or "HEAD";
}
