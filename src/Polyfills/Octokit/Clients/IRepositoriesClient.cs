namespace Octokit;

/// <summary>What GitHub keeps beside a repository's content.</summary>
public interface IRepositoriesClient
{
    IReleasesClient Release { get; }

    IDeploymentsClient Deployment { get; }
}
