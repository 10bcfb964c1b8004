namespace Octokit;

/// <summary>Git objects (https://docs.github.com/rest/git).</summary>
public interface IGitDatabaseClient
{
    ITagsClient Tag { get; }

    IReferencesClient Reference { get; }
}
