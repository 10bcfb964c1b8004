using System.Collections.Immutable;

namespace Pipeline.LocalCluster.Gateway.Routing;

/// <summary>One rule of an HTTPRoute.</summary>
internal sealed record RouteRule
{
    public required ImmutableArray<RequestMatch> Matches { get; init; }

    public required ImmutableArray<BackendReference> Backends { get; init; }

    /// <summary>What the rule asks for and the gateway does not do; its requests are answered with 500 and this text.</summary>
    public string? Problem { get; init; }
}
