using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Analysis.Verdicts.Journals;
using Pipeline.Core.Tests.Architecture;

namespace Pipeline.Core.Tests.Analysis.Verdicts.Journals;

public class ReplayTests
{
    private const string Recorded = "tests/Pipeline.Core.Tests/Analysis/Verdicts/Journals/Recorded";

    public static TheoryData<string> Records => [.. Repository.Files(Recorded, "*.json")];

    public static TheoryData<string> RecordedJournals => [.. Repository.Files(Recorded, "*.jsonl")];

    [Fact]
    public void Every_look_of_a_journal_is_judged_again_the_same_way()
    {
        var journal = JournalText.Read(Journals.Canary(), "journal");

        Assert.All(journal.Looks, look => Assert.Empty(Replay.Differences(look.Record)));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_of_version_1_is_judged_again_the_same_way(string file)
    {
        var journal = JournalText.ReadRecord(Repository.Read(file), "user-service-production-2", file);

        Assert.Empty(Replay.Differences(Assert.Single(journal.Looks).Record));
    }

    [Theory]
    [MemberData(nameof(RecordedJournals))]
    public void A_journal_of_version_2_is_judged_again_the_same_way(string file)
    {
        var journal = JournalText.Read(Repository.Read(file), file);

        Assert.NotEmpty(journal.Looks);
        Assert.All(journal.Looks, look => Assert.Empty(Replay.Differences(look.Record)));
    }

    [Fact]
    public void Numbers_that_were_changed_are_noticed()
    {
        var record = Record(Stages.Seen(Stages.Requests(320)));
        var forged = record with { Evidence = Stages.Seen(Stages.Requests(320, errors: 17)) };

        var differences = Replay.Differences(forged).ToList();

        Assert.Contains(
            "recorded 'held: error rate 0 % of 320 requests decides nothing before about 377 requests; proved to be below 1.18 %', "
                + "judged again 'error rate 5.31 % of 320 requests exceeds the rollback trigger 1 %'",
            differences
        );
        Assert.Contains("error rate: outcome was Undecided, is Failed", differences);
        Assert.Contains(
            "error rate: observed share for the trigger was 0 % of 320 requests, is 5.31 % of 320 requests",
            differences
        );
    }

    [Fact]
    public void A_verdict_that_was_changed_is_noticed()
    {
        var record = Record(Stages.Seen(Stages.Requests(400, errors: 40)));
        var fail = Assert.IsType<Verdict.Fail>(record.Verdict);

        var forged = record with { Verdict = fail with { Limit = 0.2 } };

        Assert.Equal(
            [
                "recorded as failed by error rate (0.1, limit 0.2, 400 requests), judged again by error rate (0.1, limit 0.01, 400 requests)",
            ],
            Replay.Differences(forged)
        );
    }

    [Fact]
    public void A_metric_that_was_left_out_is_noticed()
    {
        var record = Record(Stages.Seen(Stages.Requests(400)));

        var forged = record with { Verdict = record.Verdict with { Judgements = record.Verdict.Judgements[..1] } };

        Assert.Equal(["recorded 1 metrics, judged again 2"], Replay.Differences(forged));
    }

    [Fact]
    public void A_last_bit_of_difference_is_none()
    {
        var record = Record(Stages.Seen(Stages.Requests(20)));
        var first = record.Verdict.Judgements[0];
        var nudged = first with { UpperBound = first.UpperBound + 1e-6 };

        Assert.Empty(
            Replay.Differences(
                record with
                {
                    Verdict = record.Verdict with { Judgements = record.Verdict.Judgements.SetItem(0, nudged) },
                }
            )
        );
    }

    private static StageRecord Record(StageEvidence evidence) =>
        StageRecord.Of(Stages.Rules, evidence, TimeSpan.FromSeconds(3), "query", "1.2.3");
}
