namespace Pipeline.Images.Layouts;

/// <summary>A blob's bytes are not what its digest or descriptor says; it must be deleted and written again.</summary>
public sealed class CorruptBlobException(Digest digest, string path, string found)
    : ImageLayoutException($"{path}: blob {digest} is corrupt: {found}. Delete it, then build or push again.")
{
    /// <summary>What the bytes should have been.</summary>
    public Digest Digest { get; } = digest;
}
