namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>What the evidence says about one metric.</summary>
public enum JudgementOutcome
{
    /// <summary>Proved good.</summary>
    Passed,

    /// <summary>Proved bad.</summary>
    Failed,

    /// <summary>More evidence is needed.</summary>
    Undecided,

    /// <summary>More evidence was needed by a deadline that has passed.</summary>
    GivenUp,
}
