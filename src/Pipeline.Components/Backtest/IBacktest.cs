using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;
using Pipeline.Core;
using Pipeline.Core.Analysis.Backtesting;
using Pipeline.Core.Analysis.Metrics;
using Serilog;

namespace Pipeline.Components.Backtest;

/// <summary>Shows on the user's own history what each judge would have decided.</summary>
public interface IBacktest : IHazArtifacts
{
    /// <summary>The history.</summary>
    [Parameter("History to test judges on, as CSV; docs/verdicts.md describes the columns")]
    AbsolutePath? Metrics => TryGetValue(() => Metrics);

    /// <summary>Address of a Prometheus that has the history.</summary>
    [Parameter("Address of a Prometheus to take the history from, instead of --metrics")]
    string? Prometheus => TryGetValue(() => Prometheus);

    /// <summary>The query of a gauge.</summary>
    [Parameter("PromQL of a gauge with {{track}} in it, asked of --prometheus for both tracks")]
    string? Query => TryGetValue(() => Query);

    /// <summary>Begin of the history.</summary>
    [Parameter("First moment of the history in Prometheus, ISO 8601")]
    DateTimeOffset? From => TryGetValue<DateTimeOffset?>(() => From);

    /// <summary>End of the history.</summary>
    [Parameter("Last moment of the history in Prometheus, ISO 8601")]
    DateTimeOffset? To => TryGetValue<DateTimeOffset?>(() => To);

    /// <summary>The track that was new.</summary>
    [Parameter("What {{track}} is for the new version: a or b; default b")]
    string CanaryTrack => TryGetValue(() => CanaryTrack) ?? "b";

    /// <summary>Error rate to stay below, in percent.</summary>
    [Parameter("Error rate in percent that the observed one must stay below to pass; default 0.1")]
    decimal SuccessBelow => TryGetValue<decimal?>(() => SuccessBelow) ?? 0.1m;

    /// <summary>Error rate to roll back above, in percent.</summary>
    [Parameter("Error rate in percent above which a version is bad; default 1")]
    decimal RollbackAbove => TryGetValue<decimal?>(() => RollbackAbove) ?? 1;

    /// <summary>Share by which a gauge must be worse, in percent.</summary>
    [Parameter("By how much in percent a gauge must be worse than the stable version's to be bad; default 25")]
    decimal WorseBy => TryGetValue<decimal?>(() => WorseBy) ?? 25;

    /// <summary>Which way a gauge gets worse.</summary>
    [Parameter("Which way a gauge gets worse: HigherIsWorse (default), LowerIsWorse or EitherIsWorse")]
    Direction WorseWhen => TryGetValue<Direction?>(() => WorseWhen) ?? Direction.HigherIsWorse;

    /// <summary>The page with the result.</summary>
    AbsolutePath BacktestPage => ArtifactsDirectory / "backtest.html";

    Target Backtest =>
        _ =>
            _.Description("Shows what each judge would have decided on a history: --metrics FILE or --prometheus URL")
                .Produces(BacktestPage)
                .Executes(async () =>
                {
                    var source = new HistorySource(Metrics, Prometheus, Query, From, To, CanaryTrack);
                    var backtest = new BacktestRun(source, Rules);
                    await foreach (var line in backtest.WriteAsync(BacktestPage, RunState.Of(this).Signals.Token))
                        Log.Information("{Line:l}", line);
                });

    private BacktestRules Rules =>
        new()
        {
            SuccessBelow = Percent.Of(SuccessBelow),
            RollbackAbove = Percent.Of(RollbackAbove),
            WorseBy = Percent.Of(WorseBy),
            WorseWhen = WorseWhen,
        };
}
