using System.Collections.Immutable;

namespace Pipeline.Core.Analysis.Backtesting;

/// <summary>What was measured of both versions over some time.</summary>
/// <param name="Metric">Name of the metric, for example <c>error rate</c>.</param>
/// <param name="Unit">Unit of its values; empty for shares.</param>
/// <param name="IsGauge">Whether it is a gauge; else errors among requests.</param>
/// <param name="Rows">By rising time; at least one.</param>
public sealed record MetricHistory(string Metric, string Unit, bool IsGauge, ImmutableArray<HistoryRow> Rows)
{
    /// <summary>The minute that a moment is in, from 1.</summary>
    public int MinuteOf(DateTimeOffset at) => (int)(at - Rows[0].At).TotalMinutes + 1;
}
