namespace Octokit;

/// <summary>GitHub's REST API (https://docs.github.com/rest).</summary>
public interface IGitHubClient
{
    IRepositoriesClient Repository { get; }

    IGitDatabaseClient Git { get; }
}
