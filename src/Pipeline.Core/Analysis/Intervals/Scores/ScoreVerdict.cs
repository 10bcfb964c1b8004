namespace Pipeline.Core.Analysis.Intervals.Scores;

/// <summary>What a score says about the new version.</summary>
public enum ScoreVerdict
{
    /// <summary>Good.</summary>
    Pass,

    /// <summary>Good enough to go on, not to end with.</summary>
    Marginal,

    /// <summary>Bad.</summary>
    Fail,

    /// <summary>Too little data; only in <see cref="IntervalMode.Sound"/>.</summary>
    Hold,
}
