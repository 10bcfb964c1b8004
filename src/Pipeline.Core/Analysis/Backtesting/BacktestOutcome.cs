namespace Pipeline.Core.Analysis.Backtesting;

/// <summary>What a judge would have done with the new version.</summary>
public enum BacktestOutcome
{
    /// <summary>It would have been taken back.</summary>
    RolledBack,

    /// <summary>It would have gone on with it, on proof.</summary>
    Promoted,

    /// <summary>It would not have acted within the history.</summary>
    NeverActed,
}
