using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pipeline.Core.Versioning;

/// <summary>A commit message in the form of Conventional Commits 1.0.0 (https://www.conventionalcommits.org/en/v1.0.0/).</summary>
public sealed partial record ConventionalCommit
{
    /// <summary>In lower case, for example <c>feat</c>.</summary>
    public required string Type { get; init; }

    /// <summary>What of the code base it is about; null when it does not say.</summary>
    public string? Scope { get; init; }

    public required string Description { get; init; }

    /// <summary>The text between description and footers; null when there is none.</summary>
    public string? Body { get; init; }

    public ImmutableArray<CommitFooter> Footers { get; init; } = [];

    /// <summary>What breaks, as the footer says it or else the description; null when nothing does.</summary>
    public string? BreakingChange { get; init; }

    /// <summary>Reads a commit message; null when it has another form.</summary>
    public static ConventionalCommit? Parse(string message)
    {
        var lines = message.ReplaceLineEndings("\n").Trim().Split('\n');
        if (Header().Match(lines[0]) is not { Success: true } header)
            return null;

        var rest = lines.Skip(1).ToList();
        var footersAt = rest.FindIndex(line => Footer().IsMatch(line));
        // Footers come after a blank line; "Note: …" within a paragraph is text.
        while (footersAt > 0 && rest[footersAt - 1].Trim() != "")
            footersAt = rest.FindIndex(footersAt + 1, line => Footer().IsMatch(line));

        var footers = footersAt < 0 ? [] : ReadFooters(rest.Skip(footersAt));
        var body = string.Join('\n', footersAt < 0 ? rest : rest.Take(footersAt)).Trim();
        var description = header.Groups["description"].Value.Trim();
        return new ConventionalCommit
        {
            Type = header.Groups["type"].Value.ToLowerInvariant(),
            Scope = header.Groups["scope"] is { Success: true, Value: var scope } ? scope : null,
            Description = description,
            Body = body == "" ? null : body,
            Footers = footers,
            BreakingChange =
                footers.FirstOrDefault(footer => footer.IsBreaking)?.Value
                ?? (header.Groups["breaking"].Success ? description : null),
        };
    }

    private static ImmutableArray<CommitFooter> ReadFooters(IEnumerable<string> lines)
    {
        var footers = ImmutableArray.CreateBuilder<CommitFooter>();
        foreach (var line in lines)
        {
            if (Footer().Match(line) is { Success: true } footer)
                footers.Add(new CommitFooter(footer.Groups["token"].Value, footer.Groups["value"].Value));
            else
                footers[^1] = footers[^1] with { Value = $"{footers[^1].Value}\n{line}" };
        }

        return [.. footers.Select(footer => footer with { Value = footer.Value.Trim() })];
    }

    [GeneratedRegex(@"^(?<type>[A-Za-z][A-Za-z0-9-]*)(\((?<scope>[^()]+)\))?(?<breaking>!)?: +(?<description>\S.*)$")]
    private static partial Regex Header();

    [GeneratedRegex(@"^(?<token>BREAKING CHANGE|[A-Za-z][A-Za-z0-9-]*)(: | (?=#))(?<value>.*)$")]
    private static partial Regex Footer();
}
