using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pipeline.Core.Versioning.Changelogs;

/// <summary>A change that users notice.</summary>
/// <param name="Kind">The section that it belongs to.</param>
/// <param name="Scope">What it is about; null when the commit does not say.</param>
/// <param name="Text">The change in words.</param>
/// <param name="Commit">Hash of the commit.</param>
/// <param name="Issues">Numbers of the issues that the commit names in its footers.</param>
public sealed partial record Change(
    ChangeKind Kind,
    string? Scope,
    string Text,
    string Commit,
    ImmutableArray<int> Issues
)
{
    /// <summary>The change that a commit makes; null when users do not notice it, as of a test or a refactoring.</summary>
    /// <param name="commit">Hash of the commit.</param>
    /// <param name="message">Its message.</param>
    public static Change? Of(string commit, string message)
    {
        if (ConventionalCommit.Parse(message) is not { } parsed || KindOf(parsed) is not { } kind)
            return null;

        var text = parsed.BreakingChange?.ReplaceLineEndings(" ") ?? parsed.Description;
        var issues = parsed
            .Footers.SelectMany(footer => Issue().Matches($"{footer.Token} {footer.Value}"))
            .Select(match => int.Parse(match.Groups["number"].ValueSpan))
            .Distinct();
        return new Change(kind, parsed.Scope, text, commit, [.. issues]);
    }

    private static ChangeKind? KindOf(ConventionalCommit commit) =>
        commit switch
        {
            { BreakingChange: not null } => ChangeKind.Breaking,
            { Type: "security" } or { Type: "fix", Scope: "security" } => ChangeKind.Security,
            { Type: "feat" } => ChangeKind.Added,
            { Type: "perf" or "change" } => ChangeKind.Changed,
            { Type: "deprecate" } => ChangeKind.Deprecated,
            { Type: "remove" or "revert" } => ChangeKind.Removed,
            { Type: "fix" } => ChangeKind.Fixed,
            _ => null,
        };

    [GeneratedRegex(@"(?<![\w/])#(?<number>[1-9][0-9]{0,8})\b")]
    internal static partial Regex Issue();
}
