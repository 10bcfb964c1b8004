using System.Collections.Immutable;
using Pipeline.Core.Analysis.Metrics;

namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>By what a stage is judged.</summary>
public sealed record StageRules
{
    public required ImmutableArray<MetricDefinition> Metrics { get; init; }

    /// <summary>How long evidence is collected before the outcome is "not proved".</summary>
    public required TimeSpan MaximumDuration { get; init; }

    /// <summary>How many stages of the rollout are judged, this one included; they share the rate of false alarms.</summary>
    public required int JudgedStages { get; init; }

    /// <summary>How often a rollout of a good version may fail: alpha, for all stages and metrics together.</summary>
    public Percent FalseAlarms { get; init; } = Percent.Of(1);

    /// <summary>How often a version at the rollback trigger may pass: beta.</summary>
    public Percent FalsePasses { get; init; } = Percent.Of(5);

    /// <summary>More restarts of the new version's containers in a stage than this fail it.</summary>
    public int AllowedRestarts { get; init; }

    /// <summary>Alpha of one test against a rollback trigger, which begins anew in each stage.</summary>
    public double TriggerAlpha => ComparisonAlpha / Math.Max(JudgedStages, 1);

    /// <summary>Alpha of one comparison with the stable track, which goes on over all stages.</summary>
    public double ComparisonAlpha => FalseAlarms.Fraction / Math.Max(Tests, 1);

    private int Tests => Metrics.Where(IsCritical).Sum(metric => metric.Tests);

    /// <summary>Everything that keeps a stage from being judged by these rules; empty for good ones.</summary>
    public IEnumerable<string> Problems()
    {
        if (!Metrics.Any(IsCritical))
            yield return "no metric is critical: a stage must be judged by something";
        foreach (var repeated in Metrics.GroupBy(metric => metric.Name).Where(group => group.Count() > 1))
            yield return $"'{repeated.Key}' names {repeated.Count()} metrics: names are unique";
        if (MaximumDuration <= TimeSpan.Zero)
            yield return $"MaximumDuration is {RateText.InSeconds(MaximumDuration)}: it must be positive";
        if (JudgedStages < 1)
            yield return $"JudgedStages is {JudgedStages}: this stage is one";
        foreach (var rate in new[] { FalseAlarms, FalsePasses }.Where(rate => rate.Value is <= 0 or >= 50))
            yield return $"a rate of wrong verdicts is {rate}: it lies between 0 % and 50 %";
        foreach (var problem in Metrics.SelectMany(metric => metric.Problems()))
            yield return problem;
    }

    private static bool IsCritical(MetricDefinition metric) => metric.Criticality == Criticality.Critical;
}
