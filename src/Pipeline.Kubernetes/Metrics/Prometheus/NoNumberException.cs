using Pipeline.Core.Analysis.Counters;

namespace Pipeline.Kubernetes.Metrics.Prometheus;

/// <summary>An answer has no number that could be judged.</summary>
internal sealed class NoNumberException(NoDataCause cause, string detail) : Exception(detail)
{
    /// <summary>The same as a reading.</summary>
    public TrackReading.NoData Reading { get; } = new(cause, detail);
}
