using Pipeline.Core.Analysis.Counters;

namespace Pipeline.Core.Tests.Analysis.Counters;

public class CounterLedgerTests
{
    [Fact]
    public void What_was_counted_before_the_beginning_is_left_out()
    {
        var ledger = CounterLedger.Begin([Scrapes.Of("a", 1000, bad: 50)]);

        var (_, delta) = ledger.Add([Scrapes.Of("a", 1010, bad: 51)]);

        Assert.Equal((11, 1), Counts(delta));
    }

    [Fact]
    public void Pods_are_added_up()
    {
        var ledger = CounterLedger.Begin([Scrapes.Of("a", 100), Scrapes.Of("b", 200)]);

        var (_, delta) = ledger.Add([Scrapes.Of("a", 110), Scrapes.Of("b", 220)]);

        Assert.Equal((30, 0), Counts(delta));
    }

    [Fact]
    public void A_series_that_appears_with_its_first_error_counts_it()
    {
        var ledger = CounterLedger.Begin([Scrapes.Of("a", 100)]);

        var (_, delta) = ledger.Add([Scrapes.Of("a", 100, bad: 1)]);

        Assert.Equal((1, 1), Counts(delta));
    }

    [Fact]
    public void A_pod_that_comes_counts_from_zero()
    {
        var ledger = CounterLedger.Begin([Scrapes.Of("a", 100)]);

        var (_, delta) = ledger.Add([Scrapes.Of("a", 100), Scrapes.Of("new", 7, bad: 2)]);

        Assert.Equal((9, 2), Counts(delta));
    }

    [Fact]
    public void A_pod_that_comes_without_answering_counts_from_zero_once_it_does()
    {
        var ledger = CounterLedger.Begin([]);

        var (later, _) = ledger.Add([Scrapes.Silent("new")]);
        var (_, delta) = later.Add([Scrapes.Of("new", 7)]);

        Assert.Equal((7, 0), Counts(delta));
    }

    [Fact]
    public void A_pod_that_did_not_answer_at_the_beginning_counts_from_its_first_answer()
    {
        var ledger = CounterLedger.Begin([Scrapes.Silent("a")]);

        var (later, first) = ledger.Add([Scrapes.Of("a", 5000)]);
        var (_, second) = later.Add([Scrapes.Of("a", 5005)]);

        Assert.Equal((0, 0), Counts(first));
        Assert.Equal((5, 0), Counts(second));
    }

    [Fact]
    public void A_pod_that_misses_a_look_is_caught_up_with()
    {
        var ledger = CounterLedger.Begin([Scrapes.Of("a", 100)]);

        var (later, missed) = ledger.Add([Scrapes.Silent("a")]);
        var (_, delta) = later.Add([Scrapes.Of("a", 130)]);

        Assert.Equal(["a"], missed.Unanswered.Select(scrape => scrape.Pod));
        Assert.Equal((30, 0), Counts(delta));
    }

    [Fact]
    public void A_pod_that_goes_takes_nothing_away()
    {
        var ledger = CounterLedger.Begin([Scrapes.Of("a", 100), Scrapes.Of("b", 100)]);

        var (_, delta) = ledger.Add([Scrapes.Of("b", 101)]);

        Assert.Equal((1, 0), Counts(delta));
    }

    [Fact]
    public void After_a_reset_everything_counts_from_zero()
    {
        var ledger = CounterLedger.Begin([Scrapes.Of("a", 100, bad: 2)]);

        // The good requests fell, so the three errors are new ones too.
        var (_, delta) = ledger.Add([Scrapes.Of("a", 40, bad: 3)]);

        Assert.Equal((43, 3), Counts(delta));
        Assert.Equal(["a"], delta.Restarted.AsEnumerable());
    }

    [Fact]
    public void A_restart_is_a_reset_even_when_the_counter_has_overtaken_itself()
    {
        var ledger = CounterLedger.Begin([Scrapes.Of("a", 100)]);

        var (_, delta) = ledger.Add([Scrapes.Of("a", 150, restarts: 1)]);

        Assert.Equal((150, 0), Counts(delta));
        Assert.Equal(["a"], delta.Restarted.AsEnumerable());
    }

    [Fact]
    public void A_counter_that_reads_NaN_once_goes_on_from_its_last_number()
    {
        const string series = "# TYPE http_requests_total counter\nhttp_requests_total{route=\"/users\"}";
        var ledger = CounterLedger.Begin([Scrapes.Text("a", $"{series} 100")]);

        var (later, broken) = ledger.Add([Scrapes.Text("a", $"{series} NaN")]);
        var (_, delta) = later.Add([Scrapes.Text("a", $"{series} 120")]);

        Assert.IsType<TrackReading.NoData>(new RequestSeries { RoutePrefix = "/users" }.Read(broken));
        Assert.Equal((20, 0), Counts(delta));
    }

    [Fact]
    public void However_often_one_looks_the_sum_is_the_same()
    {
        var random = new Random(7);
        var totals = Enumerable
            .Range(0, 50)
            .Aggregate(new List<long> { 100 }, (list, _) => [.. list, list[^1] + random.Next(20)]);

        foreach (var step in new[] { 1, 2, 5, 10, 50 })
        {
            var ledger = CounterLedger.Begin([Scrapes.Of("a", totals[0])]);
            var sum = RequestCounts.Zero;
            for (var look = step; look < totals.Count; look += step)
            {
                (ledger, var delta) = ledger.Add([Scrapes.Of("a", totals[look])]);
                sum += Scrapes.Read(delta);
            }

            Assert.Equal(totals[^1] - totals[0], sum.Requests);
        }
    }

    private static (long Requests, long Errors) Counts(CounterDelta delta)
    {
        var counts = Scrapes.Read(delta);
        return (counts.Requests, counts.Errors);
    }
}
