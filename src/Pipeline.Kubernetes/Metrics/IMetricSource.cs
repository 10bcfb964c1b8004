using Pipeline.Core.Analysis.Verdicts;

namespace Pipeline.Kubernetes.Metrics;

/// <summary>Is asked about one metric while one stage is judged.</summary>
public interface IMetricSource
{
    /// <summary>The time between two looks; zero to look as often as the stage does.</summary>
    TimeSpan Every { get; }

    /// <summary>Looks at both tracks once.</summary>
    /// <param name="at">The moment to ask about.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>Null when there is nothing to tell before the next look.</returns>
    Task<MetricLook?> LookAsync(DateTimeOffset at, CancellationToken cancellationToken);
}
