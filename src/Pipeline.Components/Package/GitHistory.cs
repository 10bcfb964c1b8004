using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NuGet.Versioning;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.Git;

namespace Pipeline.Components.Package;

/// <summary>What a version is computed from: the commits since the last release and what is not committed.</summary>
/// <param name="Tag">The latest release tag that the commit descends from, for example <c>v1.2.0</c>; null when there is none.</param>
/// <param name="Messages">Full messages of the commits since the tag, newest first.</param>
/// <param name="Commit">Hash of the commit, 40 hexadecimal characters.</param>
/// <param name="CommittedAt">When it was committed.</param>
/// <param name="DirtyHash">Hash of the changes that are not committed, eight characters; null for a clean tree.</param>
public sealed record GitHistory(
    string? Tag,
    ImmutableArray<string> Messages,
    string Commit,
    DateTimeOffset CommittedAt,
    string? DirtyHash
)
{
    /// <summary>Reads the history of a working copy.</summary>
    /// <exception cref="Nuke.Common.Tooling.ProcessException">It is no working copy, or has no commit.</exception>
    public static GitHistory Read(string directory)
    {
        var tag = LatestTag(directory);
        var head = Text(directory, "log -1 --format=%H:%ct").Split(':');
        return new GitHistory(
            tag,
            [.. Commits(directory, tag).Select(commit => commit.Message)],
            head[0],
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(head[1], CultureInfo.InvariantCulture)),
            HashOfChanges(directory)
        );
    }

    /// <summary>The highest version among the release tags that HEAD descends from; null when there is none.</summary>
    internal static string? LatestTag(string directory) => Highest(Tags(directory, "--merged HEAD"));

    /// <summary>The highest version among the release tags before HEAD's own.</summary>
    /// <param name="directory">The working copy.</param>
    /// <param name="stable">Whether pre-releases do not count.</param>
    internal static string? TagBefore(string directory, bool stable) =>
        Highest(
            Tags(directory, "--merged HEAD --no-contains HEAD")
                .Where(tag => !stable || !SemanticVersion.Parse(tag[1..]).IsPrerelease)
        );

    private static string? Highest(IEnumerable<string> tags) => tags.MaxBy(tag => SemanticVersion.Parse(tag[1..]));

    // Git's own order takes 1.0.0-rc.1 for newer than 1.0.0; and a tag v1 moves along with the releases, but is none.
    private static IEnumerable<string> Tags(string directory, string which) =>
        Lines(directory, $"tag {which} --list v[0-9]*").Where(tag => SemanticVersion.TryParse(tag[1..], out _));

    /// <summary>Hash and full message of each commit since a tag, or of all, newest first.</summary>
    internal static ImmutableArray<(string Hash, string Message)> Commits(string directory, string? sinceTag) =>
        [
            .. Text(directory, $"log --format=%H%n%B%x00 {(sinceTag is null ? "HEAD" : $"{sinceTag}..HEAD")}")
                .Split('\0', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(commit => commit.Split('\n', 2))
                .Select(commit => (commit[0], commit.Length > 1 ? commit[1].Trim() : "")),
        ];

    /// <summary>The address that the working copy was cloned from, without a password; null when it has none, or a local one.</summary>
    public static string? RemoteOf(string directory)
    {
        var url = Lines(directory, "config --list")
            .Where(line => line.StartsWith("remote.origin.url=", StringComparison.Ordinal))
            .Select(line => line["remote.origin.url=".Length..])
            .LastOrDefault();
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && !address.IsFile
            ? new UriBuilder(address) { UserName = "", Password = "" }
                .Uri
                .AbsoluteUri
            : null;
    }

    private static string? HashOfChanges(string directory)
    {
        var status = Text(directory, "status --porcelain");
        if (status.Length == 0)
            return null;

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(status + Text(directory, "diff --binary HEAD")));
        // What git does not track yet is in no diff.
        foreach (var file in Lines(directory, "-c core.quotePath=off ls-files --others --exclude-standard"))
        {
            // A repository inside this one is listed as a folder.
            if (File.Exists(Path.Combine(directory, file)))
                hash.AppendData(File.ReadAllBytes(Path.Combine(directory, file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..8];
    }

    private static string Text(string directory, string arguments) => string.Join('\n', Lines(directory, arguments));

    private static IEnumerable<string> Lines(string directory, string arguments) =>
        GitTasks
            .Git(arguments, directory, logOutput: false, logInvocation: false)
            .Where(line => line.Type == OutputType.Std)
            .Select(line => line.Text);
}
