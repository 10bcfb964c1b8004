using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Sequential;

namespace Pipeline.Core.Analysis.Metrics;

public abstract partial record MetricKind
{
    /// <summary>The share of good events, for example of the orders that were paid; the mirror image of an error rate.</summary>
    /// <param name="SuccessAbove">The observed share must be above this to pass.</param>
    /// <param name="RollbackBelow">A share proved to be below this fails.</param>
    public sealed record SuccessRate(Percent SuccessAbove, Percent RollbackBelow) : MetricKind
    {
        /// <inheritdoc/>
        public override Direction Direction => Direction.LowerIsWorse;

        /// <inheritdoc/>
        public override double CriterionLimit => 1 - SuccessAbove.Fraction;

        /// <inheritdoc/>
        public override double TriggerLimit => 1 - RollbackBelow.Fraction;

        /// <inheritdoc/>
        public override string Criterion => $"above {SuccessAbove}";

        /// <inheritdoc/>
        public override string Trigger => $"below {RollbackBelow}";

        /// <inheritdoc/>
        public override MetricReading Read(RequestCounts counts) => ReadErrors(counts);

        /// <inheritdoc/>
        public override bool MeetsCriterion(Proportion observed) => observed.Rate < CriterionLimit;

        /// <inheritdoc/>
        public override long RequestsToMeetCriterion(long bad) => (long)(bad / CriterionLimit) + 1;

        /// <inheritdoc/>
        public override double? LogWorse(TrackComparison comparison) => comparison.LogFailsMore;

        /// <inheritdoc/>
        public override string DescribeCriterion(string metric, Proportion observed) =>
            $"{metric} {RateText.Of(1 - observed.Rate)} of {observed.Total} requests";

        /// <inheritdoc/>
        public override string DescribeTrigger(string metric, Proportion observed) =>
            $"{DescribeCriterion(metric, observed)}: the share that is not good, {RateText.Of(observed.Rate)},";

        /// <inheritdoc/>
        public override string DescribeBound(double upperBound) => $"proved to be above {RateText.Of(1 - upperBound)}";

        /// <inheritdoc/>
        public override IEnumerable<string> Problems()
        {
            if (SuccessAbove >= Percent.Full)
                yield return $"SuccessAbove is {SuccessAbove}: no rate is above that";
            if (RollbackBelow > SuccessAbove)
                yield return $"RollbackBelow is {RollbackBelow}: it must not be more than SuccessAbove, {SuccessAbove}";
            if (RollbackBelow <= Percent.Zero)
                yield return $"RollbackBelow is {RollbackBelow}: no rate is below that";
        }
    }
}
