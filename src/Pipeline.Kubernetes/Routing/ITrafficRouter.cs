using Pipeline.Core;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Routing;

/// <summary>Divides the traffic of an environment between the two tracks.</summary>
public interface ITrafficRouter
{
    /// <summary>The weights and the epoch as they are now; null when there is no route.</summary>
    Task<TrafficSplit?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Gives a track its weight and the other track the rest, in one write; done already, it changes nothing.</summary>
    /// <param name="track">The track that is meant.</param>
    /// <param name="weight">Its share, a whole number of percent.</param>
    /// <param name="expectedEpoch">The epoch that the route must have; it is one higher afterwards.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    Task<WeightChange> SetAsync(Track track, Percent weight, long expectedEpoch, CancellationToken cancellationToken);
}
