namespace Pipeline.Core.Analysis.Intervals;

/// <summary>Whose rules the interval judge follows.</summary>
public enum IntervalMode
{
    /// <summary>The reference judge with its defects fixed; docs/verdicts.md lists them.</summary>
    Sound,

    /// <summary>The reference judge as it is, NetflixACAJudge-v1.0, for those who compare.</summary>
    Reference,
}
