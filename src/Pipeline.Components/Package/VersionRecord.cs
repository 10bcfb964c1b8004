using NuGet.Versioning;
using Pipeline.Core.Versioning;

namespace Pipeline.Components.Package;

/// <summary>The version of what is built, and the commit that it is built from.</summary>
/// <param name="Version">SemVer version without build metadata, as tags and labels can carry it.</param>
/// <param name="Commit">Hash of the commit, 40 hexadecimal characters.</param>
/// <param name="CommittedAt">When it was committed; the time of everything in the image.</param>
public sealed record VersionRecord(string Version, string Commit, DateTimeOffset CommittedAt)
{
    /// <summary>The version that follows from a history.</summary>
    public static VersionRecord Of(GitHistory history)
    {
        var tag = history.Tag is { } name ? SemanticVersion.Parse(name.TrimStart('v')) : null;
        var next = VersionCalculator.Next(tag, history.Messages, history.Commit[..12], history.DirtyHash);
        return new VersionRecord(next.Tag, history.Commit, history.CommittedAt);
    }
}
