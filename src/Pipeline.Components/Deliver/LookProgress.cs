using System.Globalization;
using Pipeline.Core.Analysis;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Rollouts;
using Serilog;

namespace Pipeline.Components.Deliver;

/// <summary>Prints how a stage is going, once a second and whenever it is decided.</summary>
/// <param name="environment">Name of the environment.</param>
/// <param name="clock">The time.</param>
internal sealed class LookProgress(string environment, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private DateTimeOffset last = DateTimeOffset.MinValue;

    public void Print(RolloutState state, StageRecord record, RolloutObservation.Judged judged)
    {
        var decided = judged.Outcome is not null;
        if (!decided && clock.GetUtcNow() - last < Every)
            return;

        last = clock.GetUtcNow();
        Log.Information(
            "{Environment,-12} stage {Stage} of {Stages}, weight {Weight:l}: {Canary:l} | stable: {Stable:l}",
            environment,
            state.Stage + 1,
            state.Plan.Stages.Length,
            state.CurrentStage.Weight.ToString(),
            Describe(record.Evidence.Canary),
            Describe(record.Evidence.Stable)
        );
        // A good verdict alone does not end a stage: what else it waits for is said.
        if (decided || record.Verdict is Verdict.Pass)
            Log.Information("{Environment,-12} {Sentence:l}", environment, judged.Sentence);
    }

    private static string Describe(RequestCounts counts) =>
        counts.Requests == 0
            ? "no requests"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{counts.Requests} requests, error rate {RateText.Of((double)counts.Errors / counts.Requests)}, p95 {RateText.Of(counts.Quantile(0.95) ?? TimeSpan.Zero)}"
            );
}
