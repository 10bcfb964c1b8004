using UserService.Metrics;

namespace UserService.Tests.Metrics;

public class RequestCountersTests
{
    [Theory]
    [InlineData(500, 0.5)]
    [InlineData(500.001, 1)]
    [InlineData(1000, 1)]
    [InlineData(1000.001, 2.5)]
    [InlineData(0, 0.005)]
    public void A_request_counts_at_the_first_edge_that_it_does_not_exceed(double milliseconds, double edge)
    {
        var counters = new RequestCounters();

        counters.Observe(200, TimeSpan.FromMilliseconds(milliseconds));

        var first = Array.IndexOf(counters.CumulativeByDuration(), 1);
        Assert.Equal(edge, RequestCounters.EdgesInSeconds[first]);
    }

    [Fact]
    public void A_request_over_the_last_edge_counts_in_the_total_only()
    {
        var counters = new RequestCounters();

        counters.Observe(200, TimeSpan.FromSeconds(11));

        Assert.Equal([.. new long[RequestCounters.EdgesInSeconds.Length], 1], counters.CumulativeByDuration());
    }

    [Fact]
    public void Counting_by_many_threads_loses_nothing()
    {
        var counters = new RequestCounters();

        Parallel.For(0, 10_000, i => counters.Observe(i % 2 == 0 ? 200 : 404, TimeSpan.FromMilliseconds(1)));

        Assert.Equal([(200, 5_000L), (404, 5_000L)], counters.ByStatus());
        Assert.Equal(10_000, counters.CumulativeByDuration()[^1]);
        Assert.Equal(TimeSpan.FromSeconds(10), counters.TotalDuration);
    }
}
