using System.Collections.Immutable;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Metrics;

/// <summary>Asks the sources of one stage's metrics in the background, so that a slow one does not delay what the others prove.</summary>
public sealed class SourceWatch
{
    private readonly TimeProvider clock;
    private readonly ImmutableArray<Inquiry> inquiries;

    /// <summary>Begins a stage; what was before it is no evidence.</summary>
    /// <param name="sources">Where the metrics come from.</param>
    /// <param name="metrics">By what the stage is judged.</param>
    /// <param name="canary">The new track.</param>
    /// <param name="stable">The stable track; null when it has no traffic.</param>
    /// <param name="clock">The time; the stage begins now.</param>
    public SourceWatch(
        MetricSources sources,
        IEnumerable<MetricDefinition> metrics,
        Track canary,
        Track? stable,
        TimeProvider clock
    )
    {
        this.clock = clock;
        inquiries =
        [
            .. from metric in metrics
            let source = sources.Open(metric, canary, stable)
            where source is not null
            select new Inquiry(metric.Name, source, clock.GetUtcNow() + source.Every),
        ];
    }

    /// <summary>Adds what the sources have answered since the last look, and asks those that are due.</summary>
    public async Task<StageEvidence> LookAsync(StageEvidence evidence, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var inquiry in inquiries)
        {
            inquiry.AskIfDue(now, cancellationToken);
            if (await inquiry.AnswerAsync() is { } look)
                evidence = evidence.With(inquiry.Metric, look);
        }

        return evidence;
    }

    private sealed class Inquiry(string metric, IMetricSource source, DateTimeOffset due)
    {
        private Task<MetricLook?>? asking;

        public string Metric => metric;

        public void AskIfDue(DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (asking is not null || now < due)
                return;

            // Windows follow each other without gap or overlap, unless answers took longer than a window.
            var at = now - due > source.Every ? now : due;
            due = at + source.Every;
            asking = source.LookAsync(at, cancellationToken);
        }

        public async Task<MetricLook?> AnswerAsync()
        {
            if (asking is not { IsCompleted: true } answered)
                return null;
            asking = null;
            return await answered;
        }
    }
}
