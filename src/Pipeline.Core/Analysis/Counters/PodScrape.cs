using Pipeline.Core.Analysis.Exposition;

namespace Pipeline.Core.Analysis.Counters;

/// <summary>The metrics of one pod at one moment.</summary>
/// <param name="Pod">Name of the pod.</param>
/// <param name="Restarts">How often its container was restarted; another number than before means that its counters began anew.</param>
/// <param name="Exposition">Null when the pod did not answer.</param>
public sealed record PodScrape(string Pod, int Restarts, PrometheusExposition? Exposition)
{
    /// <summary>Why there is no exposition.</summary>
    public TrackReading.NoData Silence { get; init; } = new(NoDataCause.Unreachable, $"pod {Pod} did not answer");
}
