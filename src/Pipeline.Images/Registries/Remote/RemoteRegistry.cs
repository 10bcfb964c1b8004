using System.Net;
using System.Net.Http.Headers;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Registries.Remote;

/// <summary>One repository of a registry that speaks the OCI distribution protocol 1.1.</summary>
public sealed class RemoteRegistry : IImageRegistry, IDisposable
{
    static readonly string[] ManifestTypes =
    [
        MediaTypes.Manifest,
        MediaTypes.Index,
        MediaTypes.DockerManifest,
        MediaTypes.DockerIndex,
    ];

    readonly HttpClient _client;
    readonly RegistryHttp _http;
    readonly RemoteRegistryOptions _options;
    readonly ReferrersClient _referrers;

    /// <summary>Prepares to speak to the registry; nothing is sent yet.</summary>
    public RemoteRegistry(RegistryReference reference, RemoteRegistryOptions? options = null)
    {
        _options = options ?? new RemoteRegistryOptions();
        var scheme = reference.IsLoopback || _options.AllowPlainHttp ? Uri.UriSchemeHttp : Uri.UriSchemeHttps;
        var address = new Uri($"{scheme}://{reference.Host}/");
        var sockets = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        var authentication = new AuthenticationHandler(address, _options.Credential, sockets);
        _client = new HttpClient(new RetryHandler(_options.Time, authentication))
        {
            BaseAddress = address,
            Timeout = _options.RequestTimeout,
        };
        _http = new RegistryHttp(_client, reference);
        _referrers = new ReferrersClient(this, _http);
    }

    /// <inheritdoc/>
    public string Location => _http.Location;

    /// <summary>Asks whether there is a registry that lets us in; throws <see cref="RegistryException"/> when not.</summary>
    public async Task PingAsync(CancellationToken cancellationToken = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_client.BaseAddress!, "v2/"));
        using var response = await _http.SendAsync(request, cancellationToken, HttpStatusCode.OK);
    }

    /// <inheritdoc/>
    public async Task<bool> HasBlobAsync(Descriptor blob, CancellationToken cancellationToken = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Head, _http.Address($"blobs/{blob.Digest}"));
        using var response = await _http.SendAsync(
            request,
            cancellationToken,
            HttpStatusCode.OK,
            HttpStatusCode.NotFound
        );
        return response.StatusCode == HttpStatusCode.OK
            && (response.Content.Headers.ContentLength ?? blob.Size) == blob.Size;
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenBlobAsync(Descriptor blob, CancellationToken cancellationToken = default)
    {
        var address = _http.Address($"blobs/{blob.Digest}");
        var response = await _http.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, address),
            cancellationToken,
            HttpStatusCode.OK
        );
        var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        return new VerifiedStream(content, blob.Digest, blob.Size, address.ToString());
    }

    /// <inheritdoc/>
    public Task WriteBlobAsync(
        Descriptor blob,
        Func<CancellationToken, Task<Stream>> open,
        CancellationToken cancellationToken = default
    ) => new BlobUpload(_http, blob, open, _options.Time, _options.ChunkBytes).RunAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<StoredManifest?> FindManifestAsync(
        string reference,
        CancellationToken cancellationToken = default
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Get, _http.Address($"manifests/{reference}"));
        foreach (var type in ManifestTypes)
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        using var response = await _http.SendAsync(
            request,
            cancellationToken,
            HttpStatusCode.OK,
            HttpStatusCode.NotFound
        );
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;

        var mediaType = response.Content.Headers.ContentType?.MediaType;
        if (!ManifestTypes.Contains(mediaType))
            throw new RegistryException(
                $"{request.RequestUri}: expected an image manifest or index, found '{mediaType}'."
            );

        var content = await DocumentReader.ReadAsync(response, request.RequestUri!, cancellationToken);
        var manifest = new StoredManifest(mediaType!, content);
        if (Digest.TryParse(reference, out var expected) && manifest.Digest != expected)
            throw new CorruptBlobException(
                expected,
                $"{request.RequestUri}",
                $"its bytes have the digest {manifest.Digest}"
            );
        return manifest;
    }

    /// <inheritdoc/>
    public async Task WriteManifestAsync(
        StoredManifest manifest,
        string? tag,
        CancellationToken cancellationToken = default
    )
    {
        var content = new ReadOnlyMemoryContent(manifest.Content);
        content.Headers.ContentType = new MediaTypeHeaderValue(manifest.MediaType);
        var request = new HttpRequestMessage(
            HttpMethod.Put,
            _http.Address($"manifests/{tag ?? manifest.Digest.ToString()}")
        )
        {
            Content = content,
        };
        using var response = await _http.SendAsync(request, cancellationToken, HttpStatusCode.Created);
        if (manifest.Subject() is { } subject && !response.Headers.Contains("OCI-Subject"))
            await _referrers.AddToFallbackAsync(subject, manifest.AsReferrer(), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Descriptor>> ReferrersAsync(
        Digest subject,
        CancellationToken cancellationToken = default
    ) => _referrers.ListAsync(subject, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> TagsAsync(CancellationToken cancellationToken = default)
    {
        var tags = new List<string>();
        for (var address = _http.Address("tags/list?n=1000"); address is not null; )
        {
            using var response = await _http.SendAsync(
                new HttpRequestMessage(HttpMethod.Get, address),
                cancellationToken,
                HttpStatusCode.OK,
                HttpStatusCode.NotFound
            );
            if (response.StatusCode == HttpStatusCode.NotFound)
                return [];

            var page = await DocumentReader.ReadAsync(response, address, cancellationToken);
            tags.AddRange(DocumentReader.Tags(page, address));
            address = NextPage.Of(response) is { } next ? _http.Absolute(next) : null;
        }

        return [.. tags.Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ListedManifest>> ListAsync(CancellationToken cancellationToken = default)
    {
        var listed = new List<(StoredManifest Manifest, string Tag)>();
        foreach (var tag in await TagsAsync(cancellationToken))
        {
            // A tag may be gone by the time that it is asked for.
            if (await FindManifestAsync(tag, cancellationToken) is { } manifest)
                listed.Add((manifest, tag));
        }

        return
        [
            .. listed
                .GroupBy(entry => entry.Manifest.Digest)
                .Select(group => new ListedManifest(group.First().Manifest, [.. group.Select(entry => entry.Tag)])),
        ];
    }

    /// <inheritdoc/>
    public async Task DeleteManifestAsync(Digest digest, CancellationToken cancellationToken = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Delete, _http.Address($"manifests/{digest}"));
        using var response = await _http.SendAsync(
            request,
            cancellationToken,
            HttpStatusCode.Accepted,
            HttpStatusCode.NotFound
        );
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
