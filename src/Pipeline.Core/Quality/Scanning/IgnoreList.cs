using System.Collections.Immutable;
using System.Globalization;

namespace Pipeline.Core.Quality.Scanning;

/// <summary>The findings that are accepted for a time: a JSON list of <c>{ "id", "reason", "expires": "2026-12-31", "package" }</c>.</summary>
/// <param name="Origin">The file, for messages.</param>
/// <param name="Entries">The findings.</param>
public sealed record IgnoreList(string Origin, ImmutableArray<IgnoredFinding> Entries)
{
    // Time enough to upgrade, or to decide once more.
    private const int DaysOfNotice = 14;

    /// <summary>Nothing is ignored.</summary>
    public static IgnoreList None { get; } = new("", []);

    /// <summary>Reads a list.</summary>
    /// <param name="json">The text of the file; null when it is missing.</param>
    /// <param name="origin">The file, for messages.</param>
    /// <exception cref="FormatException">It is missing, or no such list.</exception>
    public static IgnoreList Parse(string? json, string origin) =>
        json is null
            ? throw new FormatException($"{origin} is missing: write [] into it when nothing is to be ignored")
            : new IgnoreList(origin, StableJson.Read<ImmutableArray<IgnoredFinding>>(json, origin));

    /// <summary>Every entry that may not stand as it does; empty for a good list.</summary>
    public IEnumerable<string> Problems(DateOnly today)
    {
        foreach (var (entry, number) in Entries.Select((entry, index) => (entry, index + 1)))
        {
            var name = $"{Origin}: entry {number} ({entry.Id ?? "without id"})";
            if (string.IsNullOrWhiteSpace(entry.Id))
                yield return $"{name}: expected an id";
            if (string.IsNullOrWhiteSpace(entry.Reason))
                yield return $"{name}: expected a reason why it does no harm";
            if (entry.Expires is null)
                yield return $"{name}: expected a day on which it expires";
            else if (entry.Expires <= today)
                yield return $"{name}: expired on {Day(entry.Expires.Value)}; upgrade, or decide once more";
        }
    }

    /// <summary>What expires soon.</summary>
    public IEnumerable<string> Notices(DateOnly today) =>
        Entries
            .Where(entry => entry.Expires > today && entry.Expires <= today.AddDays(DaysOfNotice))
            .Select(entry => $"{Origin}: {entry.Id} expires on {Day(entry.Expires!.Value)}");

    /// <summary>Whether the finding is accepted.</summary>
    public bool Covers(ScanFinding finding) => Entries.Any(entry => entry.Covers(finding));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
