using Pipeline.Core.Analysis.Metrics;

namespace Pipeline.Core.Analysis.Backtesting;

/// <summary>By what a history is judged.</summary>
public sealed record BacktestRules
{
    /// <summary>Error rate that the observed one must stay below to pass.</summary>
    public Percent SuccessBelow { get; init; } = Percent.Of(0.1m);

    /// <summary>Error rate that fails when it is exceeded.</summary>
    public Percent RollbackAbove { get; init; } = Percent.Of(1);

    /// <summary>A gauge's point is bad when it is worse than the stable version's by more than this share.</summary>
    public Percent WorseBy { get; init; } = Percent.Of(25);

    /// <summary>Which way a gauge gets worse.</summary>
    public Direction WorseWhen { get; init; } = Direction.HigherIsWorse;

    /// <summary>Everything that keeps a history from being judged by these rules; empty for good ones.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var problem in new MetricKind.ErrorRate(SuccessBelow, RollbackAbove).Problems())
            yield return problem;
    }
}
