using Pipeline.Core.Analysis.Sources;

namespace Pipeline.Core.Analysis.Metrics;

/// <summary>One thing that a stage is judged by.</summary>
public sealed record MetricDefinition
{
    /// <summary>As sentences name it, for example <c>error rate</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where its numbers come from; the pods themselves unless said otherwise.</summary>
    public MetricSource Source { get; init; } = new MetricSource.Pods();

    public required MetricKind Kind { get; init; }

    /// <summary>What it means to have no data; there is no default.</summary>
    public required NoDataPolicy NoData { get; init; }

    public Criticality Criticality { get; init; } = Criticality.Critical;

    /// <summary>
    /// Whether a new version whose share is proved worse than the stable one's, and misses the success criterion, fails; a gauge says
    /// itself what it is compared with.
    /// </summary>
    public bool ComparedWithStable { get; init; } = true;

    /// <summary>The rule in a sentence.</summary>
    public string Rule()
    {
        if (Kind is MetricKind.Gauge)
            return $"{Name}: fails when proved {Kind.Trigger}; passes when proved not to be";

        return $"{Name}: fails when proved {Kind.Trigger}"
            + (ComparedWithStable ? ", or worse than the stable track while it misses the success criterion" : "")
            + $"; passes when proved not to be {Kind.Trigger} and observed {Kind.Criterion}";
    }

    /// <summary>How many tests are made of it, each of which may raise a false alarm.</summary>
    public int Tests => ComparedWithStable && Kind is not MetricKind.Gauge ? 2 : 1;

    /// <summary>Everything that keeps this from being judged, each naming the metric; empty for a good one.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return "a metric has no Name: sentences and records need one";
        foreach (var problem in Kind.Problems())
            yield return $"{Name}.{problem}";
        foreach (var problem in Source.ProblemsFor(Kind))
            yield return $"{Name}.Source {problem}";
        if (NoData is NoDataPolicy.WaitForSamples { Minimum: < 1 } few)
            yield return $"{Name}.NoData waits for {few.Minimum} samples: the minimum is at least 1";
        if (NoData is NoDataPolicy.WaitForSamples wait && wait.Deadline <= TimeSpan.Zero)
            yield return $"{Name}.NoData has the deadline {RateText.InSeconds(wait.Deadline)}: it must be positive";
    }
}
