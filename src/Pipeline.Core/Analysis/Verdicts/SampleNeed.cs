using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sequential;

namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>How many samples a metric's good verdict takes.</summary>
internal static class SampleNeed
{
    /// <summary>Samples in all, if none of those to come is bad.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="judgement">What was seen of it so far.</param>
    /// <param name="beta">How often a version at the rollback trigger may pass.</param>
    public static long Of(MetricDefinition metric, Judgement judgement, double beta) =>
        Math.Max(
            metric.NoData is NoDataPolicy.WaitForSamples wait ? wait.Minimum : 0,
            Math.Max(
                ProportionTest.RequestsToProveBelow(judgement.Trigger.Bad, metric.Kind.TriggerLimit, beta),
                metric.Kind.RequestsToMeetCriterion(judgement.Criterion.Bad)
            )
        );
}
