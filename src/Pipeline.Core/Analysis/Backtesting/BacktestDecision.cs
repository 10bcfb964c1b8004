namespace Pipeline.Core.Analysis.Backtesting;

/// <summary>What one judge would have decided on a history.</summary>
/// <param name="Judge">Name of the judge.</param>
/// <param name="Outcome">What it would have done.</param>
/// <param name="At">When it would have acted first; null if never.</param>
/// <param name="Minute">The minute of the history that this is in, from 1; null if never.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record BacktestDecision(
    string Judge,
    BacktestOutcome Outcome,
    DateTimeOffset? At,
    int? Minute,
    string Reason
)
{
    /// <summary>The decision in a sentence.</summary>
    public string Sentence =>
        Outcome switch
        {
            BacktestOutcome.RolledBack => $"{Judge}: rolled back in minute {Minute}: {Reason}",
            BacktestOutcome.Promoted => $"{Judge}: passed in minute {Minute}: {Reason}",
            _ => $"{Judge}: would not have acted: {Reason}",
        };
}
