namespace Pipeline.Core.Analysis.Intervals;

/// <summary>
/// Judges a metric by two series of points, one per version: by the Mann-Whitney test's confidence interval for the shift
/// between them. H. B. Mann, D. R. Whitney, "On a test of whether one of two random variables is stochastically larger than
/// the other", Ann. Math. Statist. 18 (1947) 50-60. Not valid under repeated looks: judge once, when the interval is over.
/// </summary>
public static class IntervalJudge
{
    /// <summary>Compares two series.</summary>
    /// <param name="rules">By what they are compared.</param>
    /// <param name="metric">What they measure.</param>
    /// <param name="canary">The new version's points, in any order; NaN where a point has no number.</param>
    /// <param name="stable">The stable version's points.</param>
    /// <exception cref="ArgumentException">The rules have problems.</exception>
    public static IntervalJudgement Judge(
        IntervalRules rules,
        IntervalMetric metric,
        IReadOnlyList<double> canary,
        IReadOnlyList<double> stable
    )
    {
        if (rules.Problems().ToList() is [_, ..] problems)
            throw new ArgumentException(string.Join("; ", problems), nameof(rules));

        var series = SeriesPair.Of(metric, canary, stable);
        return rules.Mode == IntervalMode.Reference
            ? new ReferenceComparison(rules, metric, series).Judge()
            : new SoundComparison(rules, metric, series).Judge();
    }
}
