using System.Collections.Immutable;
using static Pipeline.Core.Versioning.Releases.ReleaseStep;

namespace Pipeline.Core.Versioning.Releases;

/// <summary>Compares a release as it should be with what there is.</summary>
public static class ReleasePlan
{
    /// <summary>What is missing, in the order in which it is done; nothing when a release is complete.</summary>
    /// <exception cref="TagConflictException">The tag names another commit; a tag is never moved.</exception>
    public static ImmutableArray<ReleaseStep> Of(ReleaseRequest wanted, PublishedRelease found)
    {
        if (found.TaggedCommit is { } tagged && tagged != wanted.Commit)
            throw new TagConflictException(wanted.Tag, tagged, wanted.Commit);

        return [.. TagAndNotes(wanted, found), .. wanted.Files.SelectMany(file => Steps(file, found))];
    }

    private static IEnumerable<ReleaseStep> TagAndNotes(ReleaseRequest wanted, PublishedRelease found)
    {
        if (found.TaggedCommit is null)
            yield return new CreateTag();
        if (found.Notes is null)
            yield return new CreateRelease();
        else if (found.Notes.ReplaceLineEndings("\n").Trim() != wanted.Notes.Trim())
            yield return new ReplaceNotes();
    }

    private static IEnumerable<ReleaseStep> Steps(ReleaseFile file, PublishedRelease found)
    {
        var there = found.Files.FirstOrDefault(each => each.Name == file.Name);
        if (there == file)
            yield break;
        if (there is not null)
            yield return new RemoveFile(file.Name);
        yield return new AddFile(file.Name);
    }
}
