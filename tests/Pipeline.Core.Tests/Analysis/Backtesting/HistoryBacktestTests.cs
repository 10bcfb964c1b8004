using Pipeline.Core.Analysis.Backtesting;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Tests.Architecture;

namespace Pipeline.Core.Tests.Analysis.Backtesting;

public class HistoryBacktestTests
{
    private const string Heading = "time,canary requests [1],canary errors [1],stable requests [1],stable errors [1]\n";

    [Theory]
    [InlineData("errors")]
    [InlineData("queue-depth")]
    public void The_examples_give_the_committed_pages(string example)
    {
        var history = HistoryCsv.Read(Repository.Read($"docs/examples/{example}.csv"), $"{example}.csv");

        var page = BacktestPage.Write($"{example}.csv", history, HistoryBacktest.Run(history, new BacktestRules()));

        Snapshot.Matches($"Analysis/Backtesting/{example}.html", page);
    }

    [Fact]
    public void A_healthy_version_with_little_traffic_is_taken_back_by_plain_thresholds_only()
    {
        // 1 error in 50 requests a minute, now and then: 0.2 % in all.
        var history = Minutes(40, minute => (50, minute % 10 == 3 ? 1 : 0));

        var decisions = HistoryBacktest.Run(history, new BacktestRules { SuccessBelow = Percent.Of(0.5m) });

        Assert.Equal(
            [BacktestOutcome.Promoted, BacktestOutcome.RolledBack],
            decisions.Take(2).Select(decision => decision.Outcome)
        );
        Assert.Equal(4, decisions[1].Minute);
    }

    [Fact]
    public void A_bad_version_is_taken_back_by_our_judge_in_the_minute_that_proves_it()
    {
        var history = Minutes(20, minute => minute < 5 ? (20, 0) : (500, 50));

        var decision = HistoryBacktest.Run(history, new BacktestRules { SuccessBelow = Percent.Of(0.01m) })[0];

        Assert.Equal((BacktestOutcome.RolledBack, 6), (decision.Outcome, decision.Minute));
        Assert.Equal(history.Rows[5].At, decision.At);
    }

    [Fact]
    public void Without_data_plain_thresholds_act_and_our_judge_does_not()
    {
        var history = HistoryCsv.Read(
            $"{Heading}2026-11-21T04:00:00Z,,,100,0\n2026-11-21T04:01:00Z,,,100,0\n",
            "x.csv"
        );

        var decisions = HistoryBacktest.Run(history, new BacktestRules());

        Assert.Equal(BacktestOutcome.NeverActed, decisions[0].Outcome);
        Assert.Equal(
            "plain threshold, first failed check: rolled back in minute 1: no data in this minute",
            decisions[1].Sentence
        );
    }

    [Fact]
    public void The_fifth_failed_check_is_waited_for_where_five_are_allowed()
    {
        var history = Minutes(12, minute => (100, minute % 2 == 0 ? 5 : 0));

        Assert.Equal(9, HistoryBacktest.Run(history, new BacktestRules())[2].Minute);
    }

    [Fact]
    public void A_gauge_is_judged_in_the_direction_in_which_it_gets_worse()
    {
        var rows = Enumerable
            .Range(0, 30)
            .Select(minute => $"2026-11-21T04:{minute:00}:00Z,{50 + minute % 3},{100 + minute % 3}");
        var text = "time,canary orders [1/min],stable orders [1/min]\n" + string.Join('\n', rows);
        var history = HistoryCsv.Read(text, "orders.csv");

        var higher = HistoryBacktest.Run(history, new BacktestRules());
        var lower = HistoryBacktest.Run(history, new BacktestRules { WorseWhen = Direction.LowerIsWorse });

        Assert.DoesNotContain(higher, decision => decision.Outcome == BacktestOutcome.RolledBack);
        Assert.All(lower, decision => Assert.Equal(BacktestOutcome.RolledBack, decision.Outcome));
    }

    [Fact]
    public void Limits_that_contradict_each_other_are_refused()
    {
        var rules = new BacktestRules { SuccessBelow = Percent.Of(2) };

        Assert.Throws<ArgumentException>(() => HistoryBacktest.Run(Minutes(1, _ => (1, 0)), rules));
    }

    [Theory]
    [InlineData("", "x.csv: expected a heading and at least one row, found 0 lines")]
    [InlineData("time,a\n1\n", "x.csv, line 1: expected 'time,canary requests [1],")]
    [InlineData("time,canary a [s],stable b [s]\n1,1,1\n", "x.csv, line 1: expected ")]
    [InlineData(Heading + "2026-11-21T04:00:00Z,1,0,1\n", "x.csv, line 2: expected 5 columns, found 4")]
    [InlineData(
        Heading + "yesterday,1,0,1,0\n",
        "x.csv, line 2, column 'time': expected an ISO 8601 time such as 2026-11-21T04:15:00Z, found 'yesterday'"
    )]
    [InlineData(
        Heading + "2026-11-21T04:00:00Z,1,x,1,0\n",
        "x.csv, line 2, column 'canary errors [1]': expected a whole number of at least 0, or nothing, found 'x'"
    )]
    [InlineData(
        Heading + "2026-11-21T04:00:00Z,1,-1,1,0\n",
        "x.csv, line 2, column 'canary errors [1]': expected a whole number of at least 0, or nothing, found '-1'"
    )]
    [InlineData(
        Heading + "2026-11-21T04:00:00Z,1,0,5,9\n",
        "x.csv, line 2, column 'stable errors [1]': expected at most as many errors as requests, 5, found '9'"
    )]
    [InlineData(
        Heading + "2026-11-21T04:00:00Z,,3,5,1\n",
        "x.csv, line 2, column 'canary requests [1]': expected a number of requests beside the number of errors, found ''"
    )]
    [InlineData(
        Heading + "2026-11-21T04:00:00Z,1,0,1,0\n2026-11-21T03:00:00Z,1,0,1,0\n",
        "x.csv, line 3, column 'time': expected a time after 2026-11-21T04:00:00.0000000+00:00, found 2026-11-21T03:00:00.0000000+00:00"
    )]
    [InlineData(
        "time,canary q [1],stable q [1]\n2026-11-21T04:00:00Z,NaN,1\n",
        "x.csv, line 2, column 'canary q [1]': expected a number, or nothing, found 'NaN'"
    )]
    public void Bad_input_is_named_by_line_and_column(string text, string message)
    {
        var refused = Assert.Throws<FormatException>(() => HistoryCsv.Read(text, "x.csv"));

        Assert.StartsWith(message, refused.Message);
    }

    [Fact]
    public void A_file_of_another_system_with_its_line_ends_and_mark_is_read()
    {
        var text = "\uFEFF" + Heading.Replace("\n", "\r\n") + "2026-11-21T05:00:00+01:00,10,1,20,2\r\n\r\n";

        var row = Assert.Single(HistoryCsv.Read(text, "x.csv").Rows);

        Assert.Equal(new DateTimeOffset(2026, 11, 21, 4, 0, 0, TimeSpan.Zero), row.At);
        Assert.Equal((0.1, 0.1), (row.Canary, row.Stable));
    }

    private static MetricHistory Minutes(int minutes, Func<int, (int Requests, int Errors)> canary)
    {
        var start = new DateTimeOffset(2026, 11, 21, 4, 0, 0, TimeSpan.Zero);
        var rows = Enumerable
            .Range(0, minutes)
            .Select(minute => new HistoryRow(start.AddMinutes(minute))
            {
                CanaryCounts = new(canary(minute).Errors, canary(minute).Requests),
                StableCounts = new(0, 1000),
            });
        return new MetricHistory("error rate", "", IsGauge: false, [.. rows]);
    }
}
