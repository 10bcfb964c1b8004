using System.Globalization;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Sequential;

namespace Pipeline.Core.Analysis.Metrics;

public abstract partial record MetricKind
{
    /// <summary>
    /// A value at moments, for example orders per minute, judged by the share of its points that are bad: beyond a limit, worse than
    /// the stable track's at the same moment, or both. It fails when proved to be bad most of the time.
    /// </summary>
    public sealed record Gauge : MetricKind
    {
        private const double Half = 0.5;

        /// <summary>Which way it gets worse.</summary>
        public required Direction WorseWhen { get; init; }

        /// <summary>A point beyond this is bad; null for no limit.</summary>
        public double? Limit { get; init; }

        /// <summary>A point that is worse than the stable track's by more than this share of it is bad; null to compare nothing.</summary>
        public Percent? WorseThanStableBy { get; init; }

        /// <inheritdoc/>
        public override Direction Direction => WorseWhen;

        /// <inheritdoc/>
        public override double CriterionLimit => Half;

        /// <inheritdoc/>
        public override double TriggerLimit => Half;

        /// <inheritdoc/>
        public override string Criterion => "fewer than half";

        /// <inheritdoc/>
        public override string Trigger => $"{Bad} most of the time";

        /// <inheritdoc/>
        public override string Unit => "points";

        private string Bad =>
            string.Join(
                " or ",
                new[]
                {
                    Limit is { } limit ? $"{Side} {limit.ToString(CultureInfo.InvariantCulture)}" : null,
                    WorseThanStableBy is { } share ? $"more than {share} {Side} the stable track" : null,
                }.Where(condition => condition is not null)
            );

        private string Side =>
            WorseWhen switch
            {
                Direction.HigherIsWorse => "above",
                Direction.LowerIsWorse => "below",
                _ => "away from",
            };

        /// <summary>The points that can be judged and how many of them are bad, as counts.</summary>
        public RequestCounts Count(IReadOnlyCollection<GaugePoint> points)
        {
            var judged = points.Where(point => Limit is not null || point.Stable is not null).ToList();
            return new RequestCounts { Requests = judged.Count, Errors = judged.Count(IsBad) };
        }

        /// <summary>The points, counted before by <see cref="Count"/>.</summary>
        public override MetricReading Read(RequestCounts counts) =>
            counts.Requests == 0 ? new MetricReading.NoData(NoDataCause.Empty, "no point yet") : ReadErrors(counts);

        /// <inheritdoc/>
        public override bool MeetsCriterion(Proportion observed) => observed.Rate < Half;

        /// <inheritdoc/>
        public override long RequestsToMeetCriterion(long bad) => 2 * bad + 1;

        /// <summary>None: a gauge's points are compared one by one.</summary>
        public override double? LogWorse(TrackComparison comparison) => null;

        /// <inheritdoc/>
        public override string DescribeCriterion(string metric, Proportion observed) =>
            $"{metric}: {observed.Bad} of {observed.Total} points {Bad}, which";

        /// <inheritdoc/>
        public override string DescribeTrigger(string metric, Proportion observed) =>
            DescribeCriterion(metric, observed);

        /// <inheritdoc/>
        public override string DescribeBound(double upperBound) =>
            $"proved to be so less than {RateText.Of(upperBound)} of the time";

        /// <inheritdoc/>
        public override IEnumerable<string> Problems()
        {
            if (Limit is null && WorseThanStableBy is null)
                yield return "Limit and WorseThanStableBy are both missing: there is nothing to judge it by";
            if (Limit is { } limit && !double.IsFinite(limit))
                yield return $"Limit is {limit.ToString(CultureInfo.InvariantCulture)}: it must be a number";
            if (Limit is not null && WorseWhen == Direction.EitherIsWorse)
                yield return "WorseWhen is EitherIsWorse: a Limit needs a side that is worse";
        }

        private bool IsBad(GaugePoint point) =>
            (Limit is { } limit && Worse(point.Canary, limit, 0))
            || (
                WorseThanStableBy is { } share
                && point.Stable is { } stable
                && Worse(point.Canary, stable, share.Fraction * Math.Abs(stable))
            );

        private bool Worse(double value, double than, double by) =>
            WorseWhen switch
            {
                Direction.HigherIsWorse => value > than + by,
                Direction.LowerIsWorse => value < than - by,
                _ => Math.Abs(value - than) > by,
            };
    }
}
