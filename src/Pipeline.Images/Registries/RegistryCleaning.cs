using System.Collections.Immutable;
using System.Text.Json;
using Pipeline.Core.Evidence;
using Pipeline.Core.Evidence.Retention;
using Pipeline.Images.Documents;

namespace Pipeline.Images.Registries;

/// <summary>Lists the images of a registry with what is known of their use, and removes those that nobody needs.</summary>
public static class RegistryCleaning
{
    /// <summary>All images, without what merely refers to one.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="evidenceOf">The statements about an image; an unverified one is reason enough to keep an image.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<ImmutableArray<StoredImage>> ImagesAsync(
        this IImageRegistry registry,
        Func<Digest, Task<EvidenceReading>> evidenceOf,
        CancellationToken cancellationToken = default
    )
    {
        var images = ImmutableArray.CreateBuilder<StoredImage>();
        var listed = await registry.ListAsync(cancellationToken);
        var children = listed.SelectMany(entry => entry.Manifest.Manifests()).Select(child => child.Digest).ToHashSet();
        foreach (var (manifest, tags) in listed)
        {
            var isImage = manifest.Subject() is null && !tags.Any(IsReferrersTag);
            if (!isImage || (tags.IsEmpty && children.Contains(manifest.Digest)))
                continue;

            var evidence = await evidenceOf(manifest.Digest);
            images.Add(
                new StoredImage(
                    manifest.Digest.ToString(),
                    tags,
                    await CreatedAsync(registry, manifest, cancellationToken),
                    Deployments(evidence)
                )
            );
        }

        return images.ToImmutable();
    }

    /// <summary>Removes an image and everything that refers to it, the image last; what other images share is kept.</summary>
    public static async Task RemoveAsync(
        this IImageRegistry registry,
        Digest image,
        CancellationToken cancellationToken = default
    )
    {
        foreach (var referrer in await registry.ReferrersAsync(image, cancellationToken))
            await registry.RemoveAsync(referrer.Digest, cancellationToken);
        if (await registry.FindManifestAsync($"sha256-{image.Hex}", cancellationToken) is { } fallback)
            await registry.DeleteManifestAsync(fallback.Digest, cancellationToken);
        await registry.DeleteManifestAsync(image, cancellationToken);
    }

    static bool IsReferrersTag(string tag) => tag.StartsWith("sha256-", StringComparison.Ordinal);

    static ImmutableSortedDictionary<string, DateTimeOffset> Deployments(EvidenceReading evidence) =>
        evidence
            .Statements.Select(signed => signed.Statement.Predicate)
            .OfType<EvidencePredicate.Deployed>()
            .GroupBy(deployed => deployed.Environment)
            .ToImmutableSortedDictionary(group => group.Key, group => group.Max(deployed => deployed.At));

    // An image that does not say when it was made is as old as can be.
    static async Task<DateTimeOffset> CreatedAsync(
        IImageRegistry registry,
        StoredManifest manifest,
        CancellationToken cancellationToken
    )
    {
        if (manifest.Manifests() is [var child, ..])
            return await registry.FindManifestAsync($"{child.Digest}", cancellationToken) is { } found
                ? await CreatedAsync(registry, found, cancellationToken)
                : DateTimeOffset.MinValue;
        if (manifest.Blobs() is not [{ MediaType: MediaTypes.Config } config, ..])
            return DateTimeOffset.MinValue;

        await using var content = await registry.OpenBlobAsync(config, cancellationToken);
        using var document = await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken);
        return
            document.RootElement.TryGetProperty("created", out var created) && created.TryGetDateTimeOffset(out var at)
            ? at
            : DateTimeOffset.MinValue;
    }
}
