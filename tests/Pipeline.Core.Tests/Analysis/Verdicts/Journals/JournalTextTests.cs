using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sources;
using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Analysis.Verdicts.Journals;
using static Pipeline.Core.Tests.Analysis.Verdicts.Journals.Journals;

namespace Pipeline.Core.Tests.Analysis.Verdicts.Journals;

public class JournalTextTests
{
    [Fact]
    public void Every_look_is_read_back_with_all_that_it_was_judged_by()
    {
        var journal = JournalText.Read(Canary(), "journal");

        Assert.Equal([8, 2], journal.Stages.Select(stage => stage.Looks.Length));
        Assert.Equal(48 * 3, journal.Stages[0].Looks[2].Record.Evidence.Canary.Requests);
        Assert.Equal(900 * 8, journal.Stages[1].Looks[0].Record.Evidence.Earlier.Sum(tick => tick.Stable!.Requests));
        Assert.NotNull(journal.Stages[1].Looks[0].Record.Evidence.Gap);
        Assert.All(journal.Looks, look => Assert.Equal(Stages.Rules.TriggerAlpha, look.Record.Rules.TriggerAlpha));
        Assert.Equal("rolled back: error rate 20 % of 60 requests", journal.Conclusion);
    }

    [Fact]
    public void The_written_form_is_that_of_version_2() =>
        Snapshot.Matches("Analysis/Verdicts/Journals/journal.jsonl", Canary());

    [Fact]
    public void A_journal_grows_with_the_looks_and_not_with_their_square()
    {
        var lines = Canary().Split('\n').Where(line => line.StartsWith("{\"kind\":\"looked\"")).ToList();

        Assert.InRange(lines[6].Length, 0, lines[1].Length * 11 / 10);
    }

    [Fact]
    public void A_look_that_does_not_go_on_from_the_one_before_begins_the_stage_again()
    {
        var lines = new JournalLines();
        var text =
            Write(Begin())
            + Journals.Look(lines, 1, 5, Stages.Seen(Stages.Requests(10)).And(Stages.Requests(10)), 1)
            + Journals.Look(lines, 1, 5, Stages.Seen(Stages.Requests(7)), 0.5);

        var journal = JournalText.Read(text, "journal");

        Assert.Equal([20, 7], journal.Looks.Select(look => look.Record.Evidence.Canary.Requests));
        Assert.Equal([1, 1], journal.Stages.Select(stage => stage.Place!.Stage));
    }

    [Fact]
    public void What_other_sources_answered_is_read_back_too()
    {
        var lines = new JournalLines();
        var once = Stages.Seen(Stages.Requests(10)).With("queue depth", Answer(1));
        var twice = once.And(Stages.Requests(10)).With("queue depth", Answer(2));
        var again = Stages.Seen(Stages.Requests(90)).With("queue depth", Answer(3));

        var text =
            Write(Begin())
            + Journals.Look(lines, 1, 5, once, 1)
            + Journals.Look(lines, 1, 5, twice, 2)
            + Journals.Look(lines, 1, 5, again, 3);
        var read = JournalText.Read(text, "journal").Looks.Select(look => look.Record.Evidence.Metrics[0]).ToList();

        Assert.Equal([1, 2, 1], read.Select(metric => metric.Points.Length));
        Assert.Equal(["q1", "q2"], read[1].Answers.Select(answer => answer.Query));
        Assert.Equal(2, read[1].Canary.Requests);

        static MetricLook Answer(int number) =>
            new(new TrackReading.Counted(new RequestCounts { Requests = 1 }), null)
            {
                Points = [new GaugePoint(DateTimeOffset.UnixEpoch.AddSeconds(number), number, 1)],
                Answers = [new SourceAnswer($"q{number}", DateTimeOffset.UnixEpoch, [], [])],
            };
    }

    [Fact]
    public void A_last_line_that_was_cut_off_is_left_out_and_told()
    {
        var text = Canary();

        var journal = JournalText.Read(text[..^20], "journal");

        Assert.True(journal.IsCutOff);
        Assert.Equal(10, journal.Looks.Count());
        Assert.Null(journal.Conclusion);
    }

    [Theory]
    [InlineData("", "journal: expected the journal of a rollout, found no complete line")]
    [InlineData("{\"kind\":\"began\"", "journal: expected the journal of a rollout, found no complete line")]
    [InlineData("{}\n", "journal, line 1: expected JournalLine: ")]
    [InlineData("text\n", "journal: expected Versioned: ")]
    [InlineData(
        "{\"kind\":\"entered\",\"at\":\"2026-11-21T04:15:00+00:00\",\"sentence\":\"\",\"conclusion\":null}\n",
        "journal, line 1: expected the begin of a journal"
    )]
    [InlineData(
        "{\"kind\":\"began\",\"schemaVersion\":3,\"unknown\":true}\n",
        "journal: schemaVersion is 3, this program reads up to 2: use the program that wrote it"
    )]
    public void What_is_no_journal_of_this_program_is_refused(string text, string message)
    {
        var refused = Assert.Throws<FormatException>(() => JournalText.Read(text, "journal"));

        Assert.StartsWith(message, refused.Message);
    }

    [Fact]
    public void A_line_that_is_damaged_is_named_by_its_number()
    {
        var refused = Assert.Throws<FormatException>(() =>
            JournalText.Read(Write(Begin()) + Write(Entered("x")) + "{\"kind\":\n", "journal")
        );

        Assert.StartsWith("journal, line 3: ", refused.Message);
    }

    [Fact]
    public void A_look_without_its_stage_is_out_of_place()
    {
        var look = Canary().Split('\n').First(line => line.StartsWith("{\"kind\":\"looked\""));

        var refused = Assert.Throws<FormatException>(() => JournalText.Read(Write(Begin()) + look + "\n", "journal"));

        Assert.Equal("journal: a Looked line is out of place", refused.Message);
    }
}
