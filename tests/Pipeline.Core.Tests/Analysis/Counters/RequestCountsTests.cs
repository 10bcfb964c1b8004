using Pipeline.Core.Analysis.Counters;

namespace Pipeline.Core.Tests.Analysis.Counters;

public class RequestCountsTests
{
    private static readonly RequestCounts Counts = new()
    {
        Requests = 100,
        Timed = 100,
        Buckets = [new(0.1, 50), new(0.5, 90), new(1, 98)],
    };

    [Theory]
    [InlineData(100, 50)]
    [InlineData(500, 10)]
    [InlineData(1000, 2)]
    public void Counts_the_requests_above_an_edge(int milliseconds, long above)
    {
        Assert.Equal(above, Counts.Above(TimeSpan.FromMilliseconds(milliseconds)));
    }

    [Fact]
    public void What_is_no_edge_has_no_count()
    {
        Assert.Null(Counts.Above(TimeSpan.FromMilliseconds(400)));
    }

    [Theory]
    [InlineData(0.5, 100)]
    [InlineData(0.7, 300)]
    [InlineData(0.9, 500)]
    [InlineData(0.99, 1000)]
    public void Interpolates_a_quantile_within_its_bucket(double share, double milliseconds)
    {
        Assert.Equal(milliseconds, Counts.Quantile(share)!.Value.TotalMilliseconds, 3);
    }

    [Fact]
    public void Without_requests_there_is_no_quantile()
    {
        Assert.Null(RequestCounts.Zero.Quantile(0.95));
    }

    [Fact]
    public void A_sum_keeps_the_edges_that_both_have()
    {
        var other = new RequestCounts
        {
            Requests = 10,
            Timed = 10,
            Buckets = [new(0.5, 4), new(2, 10)],
        };

        var sum = Counts + other;

        Assert.Equal(110, sum.Requests);
        Assert.Equal([new LatencyBucket(0.5, 94)], sum.Buckets.AsEnumerable());
    }

    [Fact]
    public void Nothing_added_changes_nothing()
    {
        Assert.Equal(Counts.Buckets, (RequestCounts.Zero + Counts).Buckets);
        Assert.Equal(Counts.Buckets, (Counts + RequestCounts.Zero).Buckets);
    }

    [Fact]
    public void A_scrape_taken_while_counting_never_gives_a_negative_number()
    {
        var torn = new RequestCounts { Timed = 10, Buckets = [new(0.5, 11)] };

        Assert.Equal(0, torn.Above(TimeSpan.FromMilliseconds(500)));
    }
}
