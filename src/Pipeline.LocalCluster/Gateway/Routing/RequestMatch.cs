using System.Collections.Immutable;

namespace Pipeline.LocalCluster.Gateway.Routing;

/// <summary>One entry of an HTTPRoute rule's <c>matches</c>: all that it names must hold.</summary>
internal sealed record RequestMatch
{
    /// <summary>Orders the match that Gateway API prefers first: exact path, longer prefix, method, more headers, more query parameters.</summary>
    public static readonly Comparer<RequestMatch> Precedence = Comparer<RequestMatch>.Create(
        (left, right) => right.Rank().CompareTo(left.Rank())
    );

    public PathMatch Path { get; init; } = PathMatch.Any;

    public string? Method { get; init; }

    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    public ImmutableArray<KeyValuePair<string, string>> Query { get; init; } = [];

    public bool Matches(HttpRequest request)
    {
        if (!Path.Matches(request.Path.HasValue ? request.Path.Value : "/"))
            return false;
        if (Method is not null && request.Method != Method)
            return false;
        foreach (var (name, value) in Headers)
        {
            if (request.Headers[name] != value)
                return false;
        }

        foreach (var (name, value) in Query)
        {
            if (request.Query[name] != value)
                return false;
        }

        return true;
    }

    private (bool, int, bool, int, int) Rank() =>
        (Path.Exact, Path.Value.Length, Method is not null, Headers.Length, Query.Length);
}
