using System.Collections.Immutable;

namespace Pipeline.Core.Environments;

/// <summary>What divides an environment's traffic between the two tracks.</summary>
public abstract record TrafficRouting
{
    private TrafficRouting() { }

    /// <summary>An HTTPRoute of the Gateway API, attached to the environment's <see cref="DeliveryEnvironment.Gateway"/>.</summary>
    public sealed record GatewayRoute : TrafficRouting;

    /// <summary>A VirtualService of Istio, with a DestinationRule whose subsets are the tracks.</summary>
    public sealed record IstioRoute : TrafficRouting
    {
        /// <summary>Gateways that the VirtualService is bound to, as <c>namespace/name</c>; <c>mesh</c> is traffic inside the mesh.</summary>
        public ImmutableArray<string> Gateways { get; init; } = ["mesh"];
    }

    /// <summary>The selector of the front Service: all traffic or none, so for blue-green only.</summary>
    public sealed record ServiceSelector : TrafficRouting;

    /// <summary>The number of pods behind one Service: for canaries where nothing else can divide the traffic.</summary>
    public sealed record ReplicaRatio : TrafficRouting
    {
        /// <summary>Whether one pod more than the environment's replicas may run, which comes closer to most weights.</summary>
        public bool MaySurge { get; init; } = true;

        /// <summary>By how many points of percent the actual share of a stage may miss its weight.</summary>
        public decimal Tolerance { get; init; } = 10;

        /// <summary>Whether stages that miss their weight by more are wanted all the same.</summary>
        public bool AcceptsDeviation { get; init; }
    }
}
