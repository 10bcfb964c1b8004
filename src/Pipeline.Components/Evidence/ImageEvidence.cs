using System.Collections.Immutable;
using Pipeline.Core.Evidence;
using Pipeline.Core.Evidence.Signing;
using Pipeline.Images;
using Pipeline.Images.Registries;
using Pipeline.Images.Statements;

namespace Pipeline.Components.Evidence;

/// <summary>The statements about images in one registry.</summary>
/// <param name="registry">The registry.</param>
/// <param name="keys">What statements are signed and verified with.</param>
public sealed class ImageEvidence(IImageRegistry registry, EvidenceKeys keys)
{
    private readonly StatementStore store = new(registry, new BundleReader(keys.Known));

    /// <summary>Everything that was stated about an image, verified.</summary>
    public Task<EvidenceReading> ReadAsync(string digest, CancellationToken cancellationToken) =>
        store.ReadAsync(Digest.Parse(digest), cancellationToken);

    /// <summary>Signs statements about an image and stores them beside it.</summary>
    public Task<int> StateAsync(
        string subject,
        string digest,
        ImmutableArray<EvidencePredicate> predicates,
        CancellationToken cancellationToken
    ) =>
        store.AttachAsync(
            EvidenceSubject.Image(subject, digest),
            Digest.Parse(digest),
            predicates,
            keys.Signing,
            cancellationToken
        );

    /// <summary>Writes the signed statements about an image into a folder, a file each.</summary>
    public async Task ExportAsync(string digest, string folder, CancellationToken cancellationToken)
    {
        foreach (var (name, bundle) in await store.ExportAsync(Digest.Parse(digest), cancellationToken))
            await File.WriteAllBytesAsync(Path.Combine(folder, name), bundle, cancellationToken);
    }

    /// <summary>Moves a tag to an image.</summary>
    public Task TagAsync(string digest, string tag, CancellationToken cancellationToken) =>
        registry.TagAsync(Digest.Parse(digest), tag, cancellationToken);
}
