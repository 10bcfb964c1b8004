namespace Octokit;

/// <summary>Annotated tags (https://docs.github.com/rest/git/tags).</summary>
public interface ITagsClient
{
    /// <param name="owner">Owner of the repository.</param>
    /// <param name="name">Name of the repository.</param>
    /// <param name="reference">Hash of the tag object.</param>
    Task<GitTag> Get(string owner, string name, string reference);
}
