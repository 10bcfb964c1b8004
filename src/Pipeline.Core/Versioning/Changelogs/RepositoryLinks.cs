namespace Pipeline.Core.Versioning.Changelogs;

/// <summary>Addresses in a repository that is hosted as GitHub hosts them.</summary>
/// <param name="Home">Address of the repository, for example <c>https://github.com/owner/name</c>.</param>
public sealed record RepositoryLinks(string Home)
{
    public string Commit(string hash) => $"{Home}/commit/{hash}";

    public string Issue(int number) => $"{Home}/issues/{number}";

    /// <summary>What lies between two tags, or the tag itself when there is no earlier one.</summary>
    public string Release(string? previousTag, string tag) =>
        previousTag is null ? $"{Home}/releases/tag/{tag}" : $"{Home}/compare/{previousTag}...{tag}";
}
