namespace Octokit;

internal sealed class RepositoriesClient(RestClient rest) : IRepositoriesClient
{
    public IReleasesClient Release { get; } = new ReleasesClient(rest);

    public IDeploymentsClient Deployment { get; } = new DeploymentsClient(rest);
}
