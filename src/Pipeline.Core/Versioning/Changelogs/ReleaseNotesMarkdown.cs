using System.Globalization;
using System.Text;

namespace Pipeline.Core.Versioning.Changelogs;

/// <summary>Release notes in Markdown.</summary>
public static class ReleaseNotesMarkdown
{
    /// <summary>The sections of a version, without its heading; links only where the repository's address is known.</summary>
    public static string Body(this ReleaseNotes notes, RepositoryLinks? links)
    {
        if (notes.Changes.IsEmpty)
            return "No change that users notice.\n";

        var text = new StringBuilder();
        foreach (var section in notes.Changes.GroupBy(change => change.Kind))
        {
            text.Append(text.Length == 0 ? "" : "\n").Append($"### {Title(section.Key)}\n\n");
            foreach (var change in section)
                text.Append(Entry(change, links)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The heading of a version in <c>CHANGELOG.md</c>.</summary>
    public static string Heading(this ReleaseNotes notes, RepositoryLinks? links)
    {
        var day = notes.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return links is null
            ? $"## {notes.Version} - {day}"
            : $"## [{notes.Version}]({links.Release(notes.PreviousTag, $"v{notes.Version}")}) - {day}";
    }

    private static string Entry(Change change, RepositoryLinks? links)
    {
        var scope = change.Scope is null ? "" : $"**{Escaped(change.Scope)}:** ";
        var text = Escaped(change.Text);
        var shortHash = change.Commit[..Math.Min(7, change.Commit.Length)];
        if (links is null)
            return $"- {scope}{text} ({string.Join(", ", [shortHash, .. change.Issues.Select(issue => $"#{issue}")])})";

        var linked = Change
            .Issue()
            .Replace(text, match => IssueLink(links, int.Parse(match.Groups["number"].ValueSpan)));
        var references = change
            .Issues.Select(issue => IssueLink(links, issue))
            .Prepend($"[{shortHash}]({links.Commit(change.Commit)})");
        return $"- {scope}{linked} ({string.Join(", ", references)})";
    }

    private static string IssueLink(RepositoryLinks links, int issue) => $"[#{issue}]({links.Issue(issue)})";

    private static string Title(ChangeKind kind) => kind == ChangeKind.Breaking ? "Breaking changes" : kind.ToString();

    // A commit message is text: it must not become a tag, a link or an image.
    private static string Escaped(string text) => text.Replace("<", "&lt;").Replace("[", @"\[").Replace("]", @"\]");
}
