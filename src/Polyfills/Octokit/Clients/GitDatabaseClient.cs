namespace Octokit;

internal sealed class GitDatabaseClient(RestClient rest) : IGitDatabaseClient
{
    public ITagsClient Tag { get; } = new TagsClient(rest);

    public IReferencesClient Reference { get; } = new ReferencesClient(rest);
}
