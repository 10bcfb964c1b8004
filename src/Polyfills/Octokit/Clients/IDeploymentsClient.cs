namespace Octokit;

/// <summary>Deployments (https://docs.github.com/rest/deployments).</summary>
public interface IDeploymentsClient
{
    IDeploymentStatusClient Status { get; }

    /// <summary>The deployments, newest first.</summary>
    Task<IReadOnlyList<Deployment>> GetAll(string owner, string name, ApiOptions options);

    Task<Deployment> Create(string owner, string name, NewDeployment newDeployment);
}
