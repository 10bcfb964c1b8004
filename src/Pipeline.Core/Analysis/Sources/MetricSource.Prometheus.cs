using Pipeline.Core.Analysis.Metrics;

namespace Pipeline.Core.Analysis.Sources;

public abstract partial record MetricSource
{
    /// <summary>Queries to the environment's Prometheus.</summary>
    public sealed record Prometheus : MetricSource
    {
        /// <summary>
        /// Of an error rate the bad events in the window, of a success rate the good ones, of a latency its cumulative buckets by
        /// <c>le</c>, of a gauge its value. One series, or one per <c>le</c>.
        /// </summary>
        public required QueryTemplate Query { get; init; }

        /// <summary>Of a rate all events in the window; of other kinds null.</summary>
        public QueryTemplate? Total { get; init; }

        /// <summary>How often it is asked, and how long a time each answer is about, so that nothing counts twice; at least 1 s.</summary>
        public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(30);

        /// <summary>Of a gauge the time between two points, which <c>{{window}}</c> then is; null for one point per window.</summary>
        public TimeSpan? Step { get; init; }

        /// <inheritdoc/>
        public override IEnumerable<string> ProblemsFor(MetricKind kind)
        {
            foreach (var problem in Query.Problems())
                yield return $"Query {problem}";
            foreach (var problem in Total?.Problems() ?? [])
                yield return $"Total {problem}";

            var isRate = kind is MetricKind.ErrorRate or MetricKind.SuccessRate;
            if (isRate && Total is null)
                yield return "Total is missing: a rate is a share of all events";
            if (!isRate && Total is not null)
                yield return "Total is given: only a rate has one";
            if (Window < TimeSpan.FromSeconds(1))
                yield return $"Window is {RateText.InSeconds(Window)}: it is at least 1 s";
            if (Step is { } step && kind is not MetricKind.Gauge)
                yield return $"Step is {RateText.InSeconds(step)}: only a gauge has points";
            else if (Step is { } pace && (pace < TimeSpan.FromSeconds(1) || pace > Window))
                yield return $"Step is {RateText.InSeconds(pace)}: it lies between 1 s and the Window, {RateText.InSeconds(Window)}";
        }
    }
}
