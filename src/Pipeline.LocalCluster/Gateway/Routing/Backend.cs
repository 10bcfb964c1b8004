using System.Collections.Immutable;
using Pipeline.LocalCluster.Gateway.Metrics;

namespace Pipeline.LocalCluster.Gateway.Routing;

/// <summary>A Service port with the addresses (<c>127.3.0.2:8080</c>) of its ready pods at one moment.</summary>
internal sealed class Backend(ImmutableArray<string> endpoints, BackendCounters counters)
{
    private int _turn = -1;

    public ImmutableArray<string> Endpoints => endpoints;

    public BackendCounters Counters => counters;

    /// <summary>Why no request can reach this backend although it may have endpoints one day; null for an existing Service port.</summary>
    public string? Problem { get; init; }

    /// <summary>A number whose remainder by the number of endpoints says who is next, in turn.</summary>
    public uint NextTurn() => (uint)Interlocked.Increment(ref _turn);
}
