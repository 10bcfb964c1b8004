using Pipeline.Core.Analysis.Intervals.Ranks;

namespace Pipeline.Core.Analysis.Intervals;

/// <summary>The points of both versions in rising order, after missing values and outliers were dealt with.</summary>
internal sealed record SeriesPair(double[] Canary, double[] Stable)
{
    public static SeriesPair Of(IntervalMetric metric, IReadOnlyList<double> canary, IReadOnlyList<double> stable) =>
        new(Prepare(metric, canary), Prepare(metric, stable));

    public bool IsEmpty => Canary.Length == 0 || Stable.Length == 0;

    public bool IsFinite => IsEmpty || (AreFinite(Canary) && AreFinite(Stable));

    public bool AreIdentical => Canary.AsSpan().SequenceEqual(Stable);

    /// <summary>Whether the points of each side are all alike.</summary>
    public bool AreConstant => Canary[0] == Canary[^1] && Stable[0] == Stable[^1];

    /// <summary>Whether all points of both sides are alike.</summary>
    public bool HaveOneValue => AreConstant && Canary[0] == Stable[0];

    /// <summary>The greatest magnitude of any point.</summary>
    public double Scale =>
        Math.Max(
            Math.Max(Math.Abs(Canary[0]), Math.Abs(Canary[^1])),
            Math.Max(Math.Abs(Stable[0]), Math.Abs(Stable[^1]))
        );

    private static bool AreFinite(double[] sorted) => double.IsFinite(sorted[0]) && double.IsFinite(sorted[^1]);

    private static double[] Prepare(IntervalMetric metric, IReadOnlyList<double> points)
    {
        var sorted =
            metric.Missing == MissingValues.Zero
                ? points.Select(point => double.IsNaN(point) ? 0 : point).ToArray()
                : points.Where(point => !double.IsNaN(point)).ToArray();
        Array.Sort(sorted);
        return metric.OutlierFactor is { } factor ? OutlierFence.Around(sorted, factor).Filter(sorted) : sorted;
    }
}
