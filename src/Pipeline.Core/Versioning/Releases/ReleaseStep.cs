namespace Pipeline.Core.Versioning.Releases;

/// <summary>Something that is missing of a release.</summary>
public abstract record ReleaseStep
{
    private ReleaseStep() { }

    /// <summary>The tag is put on the commit.</summary>
    public sealed record CreateTag : ReleaseStep;

    /// <summary>The release is made for the tag.</summary>
    public sealed record CreateRelease : ReleaseStep;

    /// <summary>The notes are replaced.</summary>
    public sealed record ReplaceNotes : ReleaseStep;

    /// <summary>A file that is there, but not whole or not the same, is removed.</summary>
    public sealed record RemoveFile(string Name) : ReleaseStep;

    /// <summary>A file is added.</summary>
    public sealed record AddFile(string Name) : ReleaseStep;
}
