using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Sequential;

namespace Pipeline.Core.Analysis.Metrics;

public abstract partial record MetricKind
{
    /// <summary>The share of bad events: requests answered with a status of 500 or above, or what a query counts.</summary>
    /// <param name="SuccessBelow">The observed rate must be below this to pass.</param>
    /// <param name="RollbackAbove">A rate proved to be above this fails.</param>
    public sealed record ErrorRate(Percent SuccessBelow, Percent RollbackAbove) : MetricKind
    {
        /// <inheritdoc/>
        public override Direction Direction => Direction.HigherIsWorse;

        /// <inheritdoc/>
        public override double CriterionLimit => SuccessBelow.Fraction;

        /// <inheritdoc/>
        public override double TriggerLimit => RollbackAbove.Fraction;

        /// <inheritdoc/>
        public override string Criterion => $"below {SuccessBelow}";

        /// <inheritdoc/>
        public override string Trigger => $"above {RollbackAbove}";

        /// <inheritdoc/>
        public override MetricReading Read(RequestCounts counts) => ReadErrors(counts);

        /// <inheritdoc/>
        public override bool MeetsCriterion(Proportion observed) => observed.Rate < SuccessBelow.Fraction;

        /// <inheritdoc/>
        public override long RequestsToMeetCriterion(long bad) => (long)(bad / SuccessBelow.Fraction) + 1;

        /// <inheritdoc/>
        public override double? LogWorse(TrackComparison comparison) => comparison.LogFailsMore;

        /// <inheritdoc/>
        public override string DescribeCriterion(string metric, Proportion observed) => $"{metric} {observed}";

        /// <inheritdoc/>
        public override string DescribeTrigger(string metric, Proportion observed) => $"{metric} {observed}";

        /// <inheritdoc/>
        public override string DescribeBound(double upperBound) => $"proved to be below {RateText.Of(upperBound)}";

        /// <inheritdoc/>
        public override IEnumerable<string> Problems()
        {
            if (SuccessBelow <= Percent.Zero)
                yield return $"SuccessBelow is {SuccessBelow}: no rate is below that";
            if (RollbackAbove < SuccessBelow)
                yield return $"RollbackAbove is {RollbackAbove}: it must not be less than SuccessBelow, {SuccessBelow}";
            if (RollbackAbove >= Percent.Full)
                yield return $"RollbackAbove is {RollbackAbove}: no rate is above that";
        }
    }
}
