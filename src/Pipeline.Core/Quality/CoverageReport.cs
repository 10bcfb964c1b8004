using System.Collections.Immutable;

namespace Pipeline.Core.Quality;

/// <summary>How often each line of the sources was run; files are those under <c>src/</c>, relative to the repository root.</summary>
/// <param name="Hits">Per file and line number: how often it was run.</param>
public sealed record CoverageReport(ImmutableSortedDictionary<string, ImmutableSortedDictionary<int, long>> Hits)
{
    /// <summary>A report without any line.</summary>
    public static CoverageReport Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<int, long>>(StringComparer.Ordinal));

    /// <summary>The files in ordinal order.</summary>
    public IEnumerable<FileCoverage> Files =>
        Hits.Where(file => !file.Value.IsEmpty)
            .Select(file => new FileCoverage(file.Key, file.Value.Values.Count(hits => hits > 0), file.Value.Count));

    /// <summary>Lines that were run at least once.</summary>
    public int Covered => Files.Sum(file => file.Covered);

    /// <summary>Lines that can be run.</summary>
    public int Lines => Files.Sum(file => file.Lines);

    /// <summary>Covered share of all lines, rounded down to a hundredth of a percent.</summary>
    public Percent Rate => RateOf(Covered, Lines);

    /// <summary>Both reports together: a line counts as often as in the report where it was run more often.</summary>
    public CoverageReport Merge(CoverageReport other)
    {
        var hits = Hits.ToBuilder();
        foreach (var (file, lines) in other.Hits)
            hits[file] = hits.TryGetValue(file, out var known)
                ? known.SetItems(
                    lines.Select(line =>
                        KeyValuePair.Create(line.Key, Math.Max(line.Value, known.GetValueOrDefault(line.Key)))
                    )
                )
                : lines;
        return new CoverageReport(hits.ToImmutable());
    }

    // Rounded down, so that 79.999 % is not printed as the 80 % that it misses.
    internal static Percent RateOf(int covered, int lines) =>
        lines == 0 ? Percent.Zero : Percent.Of(Math.Floor(10_000m * covered / lines) / 100);
}
