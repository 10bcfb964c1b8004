using System.Collections.Immutable;

namespace Pipeline.Core.Analysis.Exposition;

/// <summary>What one answer of a <c>/metrics</c> endpoint says.</summary>
/// <param name="Samples">All well-formed samples in their order.</param>
/// <param name="Types">The declared type of each family, for example <c>counter</c>.</param>
/// <param name="Problems">The malformed lines, each with its number; empty for a good answer.</param>
public sealed record PrometheusExposition(
    ImmutableArray<PrometheusSample> Samples,
    ImmutableDictionary<string, string> Types,
    ImmutableArray<string> Problems
)
{
    private static readonly ImmutableArray<string> HistogramSuffixes = ["_bucket", "_count"];

    /// <summary>The samples that only ever grow: counters, and the buckets and counts of histograms.</summary>
    public IEnumerable<PrometheusSample> Counters => Samples.Where(sample => IsCounter(sample.Series.Name));

    private bool IsCounter(string name) =>
        Types.GetValueOrDefault(name) == "counter"
        // OpenMetrics declares a counter without the suffix of its samples.
        || IsPartOf(name, "_total", "counter")
        || HistogramSuffixes.Any(suffix => IsPartOf(name, suffix, "histogram"));

    private bool IsPartOf(string name, string suffix, string type) =>
        name.EndsWith(suffix, StringComparison.Ordinal) && Types.GetValueOrDefault(name[..^suffix.Length]) == type;
}
