using System.Collections.Immutable;

namespace Pipeline.LocalCluster.Gateway.Routing;

/// <summary>The backends of one rule at one moment, and whose turn it is.</summary>
internal sealed class WeightedBackends(RouteRule rule, ImmutableArray<Backend> backends, WeightedChoice? choice)
{
    /// <summary>The rule as it was read.</summary>
    public RouteRule Rule => rule;

    /// <summary>Null where all weights are 0 or there is no backend.</summary>
    public WeightedChoice? Choice => choice;

    /// <summary>The backend for the next request; null where none may get any.</summary>
    public Backend? Next() => choice is null ? null : backends[choice.Next()];
}
