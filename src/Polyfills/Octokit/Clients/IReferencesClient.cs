namespace Octokit;

/// <summary>Branches and tags (https://docs.github.com/rest/git/refs).</summary>
public interface IReferencesClient
{
    /// <param name="owner">Owner of the repository.</param>
    /// <param name="name">Name of the repository.</param>
    /// <param name="reference">For example <c>tags/v1.0.0</c>.</param>
    Task<Reference> Get(string owner, string name, string reference);

    Task<Reference> Create(string owner, string name, NewReference reference);
}
