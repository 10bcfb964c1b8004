namespace Pipeline.Core.Versioning.Releases;

/// <summary>A version has been released from another commit.</summary>
public sealed class TagConflictException(string tag, string found, string wanted)
    : Exception(
        $"tag {tag} names commit {found}, expected {wanted}: a tag is never moved; release a higher version, or check out {tag}"
    );
