using Pipeline.Core;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Routing;

/// <summary>How the traffic of an environment is divided.</summary>
/// <param name="WeightOfA">Share of track <c>a</c>; track <c>b</c> has the rest.</param>
/// <param name="Epoch">Rises by one with every change of the weights.</param>
public sealed record TrafficSplit(Percent WeightOfA, long Epoch)
{
    /// <summary>The split that gives a track its weight and the other one the rest.</summary>
    public static TrafficSplit Of(Track track, Percent weight, long epoch) =>
        new(track == Track.A ? weight : Percent.Of(100 - weight.Value), epoch);

    /// <summary>The share of a track.</summary>
    public Percent WeightOf(Track track) => track == Track.A ? WeightOfA : Percent.Of(100 - WeightOfA.Value);
}
