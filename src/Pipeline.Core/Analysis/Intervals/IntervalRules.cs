namespace Pipeline.Core.Analysis.Intervals;

/// <summary>By what two series are compared.</summary>
public sealed record IntervalRules
{
    /// <summary>The rules for judging.</summary>
    public static IntervalRules Sound { get; } = new();

    /// <summary>The rules of the reference judge.</summary>
    public static IntervalRules Reference { get; } = new() { Mode = IntervalMode.Reference };

    public IntervalMode Mode { get; init; }

    /// <summary>Share of the estimated shift that its confidence interval must stay clear of zero by; 0 to 1.</summary>
    public double Tolerance { get; init; } = 0.25;

    /// <summary>Confidence of the two-sided interval, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.98;

    /// <summary>
    /// Points of either series below which nothing is decided in <see cref="IntervalMode.Sound"/>. With fewer than five a side
    /// even full separation happens by chance more often than 2 %: 2 of 70 orders of four and four.
    /// </summary>
    public int MinimumPoints { get; init; } = 5;

    /// <summary>Everything that keeps series from being compared by these rules; empty for good ones.</summary>
    public IEnumerable<string> Problems()
    {
        if (Tolerance is not (>= 0 and < 1))
            yield return $"Tolerance is {Tolerance}: it is at least 0 and below 1";
        if (Confidence is not (> 0 and < 1))
            yield return $"Confidence is {Confidence}: it lies between 0 and 1, both excluded";
        if (MinimumPoints < 1)
            yield return $"MinimumPoints is {MinimumPoints}: it is at least 1";
    }
}
