using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Sequential;

namespace Pipeline.Core.Analysis.Metrics;

public abstract partial record MetricKind
{
    /// <summary>A percentile of the durations, judged as the share of requests above a bucket edge: "p95 under 500 ms" is at most 5 % above 500 ms.</summary>
    /// <param name="Percentile">For example 95; 1 to 99.</param>
    /// <param name="SuccessUnder">Bucket edge that the percentile must stay under to pass.</param>
    /// <param name="RollbackOver">Bucket edge; a percentile proved to be over it fails.</param>
    public sealed record Latency(int Percentile, TimeSpan SuccessUnder, TimeSpan RollbackOver) : MetricKind
    {
        /// <inheritdoc/>
        public override Direction Direction => Direction.HigherIsWorse;

        /// <inheritdoc/>
        public override double CriterionLimit => (100 - Percentile) / 100.0;

        /// <inheritdoc/>
        public override double TriggerLimit => CriterionLimit;

        /// <inheritdoc/>
        public override string Criterion => $"under {RateText.Of(SuccessUnder)}";

        /// <inheritdoc/>
        public override string Trigger => $"over {RateText.Of(RollbackOver)}";

        /// <inheritdoc/>
        public override MetricReading Read(RequestCounts counts)
        {
            if (counts.Timed == 0)
                return new MetricReading.NoData(
                    NoDataCause.Empty,
                    counts.Requests == 0 ? "no request yet" : $"the durations of {counts.Requests} requests are missing"
                );
            if (counts.Above(SuccessUnder) is not { } slow)
                return NoEdge(SuccessUnder, counts);
            if (counts.Above(RollbackOver) is not { } verySlow)
                return NoEdge(RollbackOver, counts);
            return new MetricReading.Counted(
                new Proportion(slow, counts.Timed),
                new Proportion(verySlow, counts.Timed)
            );
        }

        /// <inheritdoc/>
        public override bool MeetsCriterion(Proportion observed) =>
            observed.Bad * 100 <= observed.Total * (100 - Percentile);

        /// <inheritdoc/>
        public override long RequestsToMeetCriterion(long bad) => (bad * 100 + 99 - Percentile) / (100 - Percentile);

        /// <inheritdoc/>
        public override double? LogWorse(TrackComparison comparison) => comparison.LogIsSlower;

        /// <inheritdoc/>
        public override string DescribeCriterion(string metric, Proportion observed) =>
            $"{metric}: {observed} took over {RateText.Of(SuccessUnder)}, which";

        /// <inheritdoc/>
        public override string DescribeTrigger(string metric, Proportion observed) =>
            $"{metric}: {observed} took over {RateText.Of(RollbackOver)}, which";

        /// <inheritdoc/>
        public override string DescribeBound(double upperBound) =>
            $"proved that fewer than {RateText.Of(upperBound)} take over {RateText.Of(RollbackOver)}";

        /// <inheritdoc/>
        public override IEnumerable<string> Problems()
        {
            if (Percentile is < 1 or > 99)
                yield return $"Percentile is {Percentile}: it lies between 1 and 99";
            if (SuccessUnder <= TimeSpan.Zero)
                yield return $"SuccessUnder is {RateText.Of(SuccessUnder)}: it must be positive";
            if (RollbackOver < SuccessUnder)
                yield return $"RollbackOver is {RateText.Of(RollbackOver)}: it must not be less than SuccessUnder, {RateText.Of(SuccessUnder)}";
        }

        /// <summary>The limits that are no bucket edge of the service's histogram, each with the edges there are.</summary>
        public IEnumerable<string> ProblemsWith(RequestCounts counts) =>
            new[] { SuccessUnder, RollbackOver }
                .Where(edge => counts.Above(edge) is null)
                .Select(edge => NoEdge(edge, counts).Detail);

        private static MetricReading.NoData NoEdge(TimeSpan edge, RequestCounts counts) =>
            new(
                NoDataCause.MissingBucket,
                $"{RateText.Of(edge)} is no bucket edge of the histogram; it has "
                    + string.Join(", ", counts.Buckets.Select(bucket => RateText.Of(bucket.Edge)))
            );
    }
}
