namespace Pipeline.LocalCluster.Gateway.Routing;

/// <summary>The <c>path</c> of an HTTPRoute match: the whole path, or its first segments.</summary>
internal readonly record struct PathMatch(bool Exact, string Value)
{
    public static readonly PathMatch Any = new(false, "/");

    /// <summary>Whether the path is the one named, or lies below the prefix; <c>/users</c> is no prefix of <c>/users2</c>.</summary>
    public bool Matches(string path)
    {
        if (Exact)
            return path == Value;
        var prefix = Value.AsSpan().TrimEnd('/');
        return path.AsSpan().StartsWith(prefix, StringComparison.Ordinal)
            && (path.Length == prefix.Length || path[prefix.Length] == '/');
    }
}
