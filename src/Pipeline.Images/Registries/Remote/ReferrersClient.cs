using System.Net;
using System.Text.Json;
using Pipeline.Images.Documents;

namespace Pipeline.Images.Registries.Remote;

/// <summary>Lists what refers to an image: by the referrers API, or by the tag <c>sha256-…</c> where a registry has none.</summary>
sealed class ReferrersClient(RemoteRegistry registry, RegistryHttp http)
{
    public async Task<IReadOnlyList<Descriptor>> ListAsync(Digest subject, CancellationToken cancellationToken)
    {
        var referrers = new List<Descriptor>();
        for (var address = http.Address($"referrers/{subject}"); address is not null; )
        {
            using var response = await http.SendAsync(
                new HttpRequestMessage(HttpMethod.Get, address),
                cancellationToken,
                HttpStatusCode.OK,
                HttpStatusCode.NotFound
            );
            if (response.StatusCode == HttpStatusCode.NotFound)
                return (await ReadFallbackAsync(subject, cancellationToken)).Manifests;

            var page = await DocumentReader.ReadAsync(response, address, cancellationToken);
            referrers.AddRange(Parse(page, $"{address}").Manifests);
            address = NextPage.Of(response) is { } next ? http.Absolute(next) : null;
        }

        return referrers;
    }

    /// <summary>Adds to the list under the tag; two clients that do so at once may lose one entry, which the specification accepts.</summary>
    public async Task AddToFallbackAsync(Digest subject, Descriptor referrer, CancellationToken cancellationToken)
    {
        var before = await ReadFallbackAsync(subject, cancellationToken);
        if (before.Manifests.Any(listed => listed.Digest == referrer.Digest))
            return;

        var after = before with { Manifests = [.. before.Manifests, referrer] };
        var stored = new StoredManifest(MediaTypes.Index, OciJson.Write(after, OciJson.Index));
        await registry.WriteManifestAsync(stored, FallbackTag(subject), cancellationToken);
    }

    async Task<ImageIndex> ReadFallbackAsync(Digest subject, CancellationToken cancellationToken)
    {
        var tag = FallbackTag(subject);
        var stored = await registry.FindManifestAsync(tag, cancellationToken);
        return stored is null ? ImageIndex.Empty : Parse(stored.Content, $"{http.Location}:{tag}");
    }

    static string FallbackTag(Digest subject) => $"sha256-{subject.Hex}";

    static ImageIndex Parse(ReadOnlyMemory<byte> content, string address)
    {
        try
        {
            return JsonSerializer.Deserialize(content.Span, OciJson.Index)!;
        }
        catch (JsonException exception)
        {
            throw new RegistryException($"{address}: expected an image index: {exception.Message}", exception);
        }
    }
}
