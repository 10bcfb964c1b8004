namespace Octokit;

internal sealed class TagsClient(RestClient rest) : ITagsClient
{
    public Task<GitTag> Get(string owner, string name, string reference) =>
        rest.GetAsync<GitTag>(RestClient.Repository(owner, name) + $"/git/tags/{reference}");
}
