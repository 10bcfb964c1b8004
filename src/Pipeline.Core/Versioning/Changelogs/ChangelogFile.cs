namespace Pipeline.Core.Versioning.Changelogs;

/// <summary>The file <c>CHANGELOG.md</c>.</summary>
public static class ChangelogFile
{
    private const string Unreleased = "## [Unreleased]";

    /// <summary>
    /// The file with a version's section above those of older versions. What stood under <c>Unreleased</c>, as people wrote it, becomes part of
    /// that section; a version that is there already leaves the file as it is.
    /// </summary>
    /// <exception cref="FormatException">The file has no heading <c>## [Unreleased]</c>.</exception>
    public static string With(string file, ReleaseNotes notes, RepositoryLinks? links)
    {
        var text = file.ReplaceLineEndings("\n");
        if (text.Split('\n').Any(line => IsHeadingOf(line, notes.Version)))
            return file;

        var start = text.IndexOf(Unreleased, StringComparison.Ordinal);
        if (start < 0)
            throw new FormatException($"CHANGELOG.md has no heading '{Unreleased}': add one above the first version");

        start += Unreleased.Length;
        var end = text.IndexOf("\n## ", start, StringComparison.Ordinal);
        var written = (end < 0 ? text[start..] : text[start..end]).Trim('\n');
        var older = end < 0 ? "" : text[end..];
        return $"{text[..start]}\n\n{Section(notes, links, written)}\n{older}";
    }

    private static string Section(ReleaseNotes notes, RepositoryLinks? links, string written)
    {
        var body = notes.Body(links).TrimEnd('\n');
        if (written.Length > 0)
            body = notes.Changes.IsEmpty ? written : $"{written}\n\n{body}";
        return $"{notes.Heading(links)}\n\n{body}";
    }

    private static bool IsHeadingOf(string line, string version) =>
        line.StartsWith("## ", StringComparison.Ordinal)
        && line[3..].TrimStart('[').StartsWith(version, StringComparison.Ordinal)
        && line[3..].TrimStart('[')[version.Length..] is "" or [']' or ' ', ..];
}
