using Pipeline.Components.Deliver;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Rollouts;
using Pipeline.Kubernetes.Tests;

namespace Pipeline.Components.Tests.Deliver;

[Collection(nameof(LogCollection))]
public sealed class LookProgressTests : IDisposable
{
    private static readonly Verdict Open = new Verdict.Continue(100) { Sentence = "held", Judgements = [] };
    private static readonly Verdict Good = new Verdict.Pass { Sentence = "good", Judgements = [] };
    private static readonly RolloutObservation.Judged Undecided = new(null, "held: more is needed");
    private static readonly RolloutObservation.Judged Passed = new(RolloutOutcome.Promoted, "proved good");

    private readonly CapturedLog log = new();
    private readonly ManualClock clock = new();
    private readonly LookProgress progress;

    public LookProgressTests() => progress = new LookProgress("production", clock);

    public void Dispose() => log.Dispose();

    [Fact]
    public void A_look_shows_stage_weight_and_both_tracks()
    {
        progress.Print(SampleRollout.Begin, Record(Open), Undecided);

        Assert.Equal(
            [
                "Information: production   stage 1 of 2, weight 5 %: 100 requests, error rate 2 %, p95 95 ms | stable: no requests",
            ],
            log.Lines
        );
    }

    [Fact]
    public async Task Looks_are_shown_once_a_second()
    {
        progress.Print(SampleRollout.Begin, Record(Open), Undecided);
        progress.Print(SampleRollout.Begin, Record(Open), Undecided);
        await clock.RunAsync(() => PassAsync(TimeSpan.FromSeconds(1)));
        progress.Print(SampleRollout.Begin, Record(Open), Undecided);

        Assert.Equal(2, log.Lines.Count);
    }

    [Fact]
    public void A_decision_is_shown_at_once_with_its_reason()
    {
        progress.Print(SampleRollout.Begin, Record(Open), Undecided);
        progress.Print(SampleRollout.Begin, Record(Good), Passed);

        Assert.Equal(3, log.Lines.Count);
        Assert.Equal("Information: production   proved good", log.Lines[^1]);
    }

    [Fact]
    public void A_good_verdict_that_still_waits_for_something_says_for_what()
    {
        progress.Print(SampleRollout.Begin, Record(Good), Undecided);

        Assert.Equal("Information: production   held: more is needed", log.Lines[^1]);
    }

    private static StageRecord Record(Verdict verdict) =>
        new()
        {
            ProgramVersion = "0.0.0",
            Query = "http_requests_total",
            Rules = new StageRules
            {
                Metrics = [],
                MaximumDuration = TimeSpan.FromMinutes(5),
                JudgedStages = 2,
            },
            Evidence = StageEvidence.None.With(
                new TrackReading.Counted(
                    new RequestCounts
                    {
                        Requests = 100,
                        Errors = 2,
                        Timed = 100,
                        Buckets = [new LatencyBucket(0.1, 100)],
                    }
                ),
                stable: null,
                TrackHealth.Good
            ),
            Elapsed = TimeSpan.FromSeconds(1),
            Verdict = verdict,
        };

    private async Task<bool> PassAsync(TimeSpan time)
    {
        await Task.Delay(time, clock);
        return true;
    }
}
