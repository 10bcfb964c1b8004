using Pipeline.Core.Analysis.Load;

namespace Pipeline.Core.Tests.Analysis.Load;

public class LatencyHistogramTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(1_500_000)]
    [InlineData(3_599_999_999)]
    public void A_duration_is_kept_within_one_percent(long microseconds)
    {
        var histogram = new LatencyHistogram();

        histogram.Record(TimeSpan.FromMicroseconds(microseconds));

        var kept = histogram.Quantile(1).TotalMicroseconds;
        Assert.InRange(kept, microseconds, microseconds * 1.008);
    }

    [Fact]
    public void Quantiles_are_those_of_the_recorded_durations()
    {
        var histogram = new LatencyHistogram();
        for (var ms = 1; ms <= 1000; ms++)
            histogram.Record(TimeSpan.FromMilliseconds(ms));

        Assert.Equal(1000, histogram.Count);
        Assert.InRange(histogram.Quantile(0.5).TotalMilliseconds, 500, 504);
        Assert.InRange(histogram.Quantile(0.95).TotalMilliseconds, 950, 958);
        Assert.InRange(histogram.Quantile(0.001).TotalMilliseconds, 1, 1.01);
    }

    [Fact]
    public void What_is_out_of_range_counts_at_the_border()
    {
        var histogram = new LatencyHistogram();

        histogram.Record(TimeSpan.FromSeconds(-1));
        histogram.Record(TimeSpan.FromDays(1));

        Assert.Equal(TimeSpan.Zero, histogram.Quantile(0.5));
        Assert.InRange(histogram.Quantile(1), LatencyHistogram.Longest, LatencyHistogram.Longest * 1.008);
    }

    [Fact]
    public void Histograms_are_added_up()
    {
        var (one, other) = (new LatencyHistogram(), new LatencyHistogram());
        one.Record(TimeSpan.FromMilliseconds(1));
        other.Record(TimeSpan.FromMilliseconds(100));

        one.Add(other);

        Assert.Equal(2, one.Count);
        Assert.InRange(one.Quantile(1).TotalMilliseconds, 100, 101);
    }

    [Fact]
    public void No_duration_is_lost_when_many_threads_record()
    {
        var histogram = new LatencyHistogram();

        Parallel.For(0, 100_000, i => histogram.Record(TimeSpan.FromMicroseconds(i % 50)));

        Assert.Equal(100_000, histogram.Count);
    }

    [Fact]
    public void An_empty_histogram_has_quantile_zero()
    {
        Assert.Equal(TimeSpan.Zero, new LatencyHistogram().Quantile(0.95));
    }
}
