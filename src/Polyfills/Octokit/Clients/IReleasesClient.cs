namespace Octokit;

/// <summary>Releases and their assets (https://docs.github.com/rest/releases).</summary>
public interface IReleasesClient
{
    /// <exception cref="NotFoundException">There is no published release for the tag.</exception>
    Task<Release> Get(string owner, string name, string tag);

    Task<Release> GetLatest(string owner, string name);

    Task<Release> Create(string owner, string name, NewRelease data);

    Task<Release> Edit(string owner, string name, long id, ReleaseUpdate data);

    Task DeleteAsset(string owner, string name, int assetId);

    Task<ReleaseAsset> UploadAsset(
        Release release,
        ReleaseAssetUpload data,
        CancellationToken cancellationToken = default
    );
}
