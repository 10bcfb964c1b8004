namespace Pipeline.Core.Analysis.Intervals;

/// <summary>How large a change must be to count, in units of its measure.</summary>
/// <param name="Measure">How the change is measured.</param>
/// <param name="AllowedIncrease">A rise counts from here on.</param>
/// <param name="AllowedDecrease">A fall counts from here down.</param>
/// <param name="CriticalIncrease">A rise of a critical metric fails everything from here on.</param>
/// <param name="CriticalDecrease">A fall of a critical metric fails everything from here down.</param>
public sealed record EffectLimits(
    EffectMeasure Measure,
    double AllowedIncrease,
    double AllowedDecrease,
    double CriticalIncrease,
    double CriticalDecrease
)
{
    /// <summary>Every change counts, measured by the ratio of the means.</summary>
    public static EffectLimits MeanRatio { get; } = All(EffectMeasure.MeanRatio, 1);

    /// <summary>Every change counts, measured by the share of pairs.</summary>
    public static EffectLimits CommonLanguage { get; } = All(EffectMeasure.CommonLanguage, 0.5);

    // An effect that is undefined limits nothing.
    internal bool Allows(IntervalLabel label, double? effect) =>
        IsBeyond(label, effect, AllowedIncrease, AllowedDecrease);

    internal bool IsCritical(IntervalLabel label, double? effect) =>
        IsBeyond(label, effect, CriticalIncrease, CriticalDecrease);

    private static bool IsBeyond(IntervalLabel label, double? effect, double increase, double decrease) =>
        label switch
        {
            IntervalLabel.High => effect is null || effect >= increase,
            IntervalLabel.Low => effect is null || effect <= decrease,
            _ => false,
        };

    private static EffectLimits All(EffectMeasure measure, double none) => new(measure, none, none, none, none);
}
