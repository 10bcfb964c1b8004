using System.Collections.Immutable;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sources;

namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>What a stage has seen of a metric that has a source of its own.</summary>
public sealed record MetricEvidence : CountedEvidence
{
    /// <summary>Name of the metric.</summary>
    public required string Metric { get; init; }

    /// <summary>Whether its source was asked in this stage.</summary>
    public bool Asked { get; init; }

    /// <summary>The points of a gauge, by rising time; empty for other kinds.</summary>
    public ImmutableArray<GaugePoint> Points { get; init; } = [];

    /// <summary>What was asked and answered in this stage.</summary>
    public ImmutableArray<SourceAnswer> Answers { get; init; } = [];

    /// <summary>The evidence after one more look.</summary>
    public MetricEvidence With(MetricLook look) =>
        (MetricEvidence)With(look.Canary, look.Stable) with
        {
            Asked = true,
            Points = Points.AddRange(look.Points),
            Answers = Answers.AddRange(look.Answers),
        };

    /// <summary>Where the next stage of the same rollout begins.</summary>
    public MetricEvidence ForNextStage() => new() { Metric = Metric, Earlier = Earlier.AddRange(Ticks) };
}
