using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Analysis.Verdicts.Journals;
using static Pipeline.Core.Tests.Analysis.Verdicts.Journals.Journals;

namespace Pipeline.Core.Tests.Analysis.Verdicts.Journals;

public class ExplanationTests
{
    [Fact]
    public void A_canary_is_explained_stage_by_stage_in_sentences_and_tables() =>
        Snapshot.Matches(
            "Analysis/Verdicts/Journals/explanation.txt",
            Text(Explanation.Lines(JournalText.Read(Canary(), "journal")))
        );

    [Fact]
    public void A_held_stage_tells_how_long_the_missing_requests_take()
    {
        var text = Write(Begin()) + Look(new JournalLines(), 1, 5, Stages.Seen(Stages.Requests(37)), 4.4);

        var lines = Explanation.Lines(JournalText.Read(text, "journal"));

        Assert.Contains(
            lines,
            line =>
                line.StartsWith(
                    "  4.4 s: held: 37 of 377 requests; at 5 % weight this takes about 41 s more (error rate 0 % of 37 requests"
                )
        );
    }

    [Fact]
    public void A_stage_without_a_request_tells_how_many_it_needs()
    {
        var text = Write(Begin()) + Look(new JournalLines(), 1, 5, Stages.Seen(Stages.Requests(0)), 1);

        Assert.Contains(
            "  1 s: held: 0 of 377 requests for error rate",
            Explanation.Lines(JournalText.Read(text, "journal"))
        );
    }

    [Fact]
    public void A_rollout_without_a_judged_stage_is_told_by_its_end()
    {
        var text = Write(Begin()) + Write(Entered("a serves", "a verified"));

        var lines = Explanation.Lines(JournalText.Read(text, "journal")).ToList();

        Assert.Equal(["", "no stage was judged by metrics", "a verified"], lines[^3..]);
    }

    [Fact]
    public void A_journal_that_breaks_off_says_so()
    {
        var text = Write(Begin()) + Write(Entered("judging at 5 %")) + "{\"kind\":\"look";

        var lines = Explanation.Lines(JournalText.Read(text, "journal")).ToList();

        Assert.Contains("the journal ends in the middle of a line: the run was killed while it wrote", lines);
        Assert.Equal("how it ended is not recorded; last it was said: judging at 5 %", lines[^1]);
    }

    [Fact]
    public void A_record_of_version_1_is_explained_as_far_as_it_tells()
    {
        var record = StageRecord.Of(
            Stages.RulesOf(Stages.ErrorRate with { Criticality = Criticality.Critical }),
            Stages.Seen(Stages.Requests(400)),
            TimeSpan.FromSeconds(4),
            "query",
            "0.1.0"
        );

        var journal = JournalText.ReadRecord(StableJson.Write(record), "user-service-production-1", "record.json");
        var lines = Explanation.Lines(journal).ToList();

        Assert.Equal("user-service-production-1, when is not recorded, judged by program 0.1.0", lines[0]);
        Assert.Equal("the last stage that was judged", lines[2]);
        Assert.StartsWith("  4 s: passed: error rate 0 % of 400 requests", lines[3]);
    }

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
