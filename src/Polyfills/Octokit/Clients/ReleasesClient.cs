using System.Net.Http.Headers;

namespace Octokit;

internal sealed class ReleasesClient(RestClient rest) : IReleasesClient
{
    public Task<Release> Get(string owner, string name, string tag) =>
        rest.GetAsync<Release>(Releases(owner, name) + $"/tags/{Uri.EscapeDataString(tag)}");

    public Task<Release> GetLatest(string owner, string name) =>
        rest.GetAsync<Release>(Releases(owner, name) + "/latest");

    public Task<Release> Create(string owner, string name, NewRelease data) =>
        rest.SendAsync<Release>(HttpMethod.Post, Releases(owner, name), data);

    public Task<Release> Edit(string owner, string name, long id, ReleaseUpdate data) =>
        rest.SendAsync<Release>(HttpMethod.Patch, Releases(owner, name) + $"/{id}", data);

    public Task DeleteAsset(string owner, string name, int assetId) =>
        rest.DeleteAsync(Releases(owner, name) + $"/assets/{assetId}");

    public Task<ReleaseAsset> UploadAsset(Release release, ReleaseAssetUpload data, CancellationToken cancellationToken)
    {
        // The address is a template (RFC 6570): …/assets{?name,label}
        var address = release.UploadUrl.Split('{')[0] + $"?name={Uri.EscapeDataString(data.FileName)}";
        var content = new StreamContent(data.RawData);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(data.ContentType);
        return rest.SendAsync<ReleaseAsset>(HttpMethod.Post, address, content, cancellationToken);
    }

    private static string Releases(string owner, string name) => RestClient.Repository(owner, name) + "/releases";
}
