namespace Octokit;

/// <summary>How deployments went (https://docs.github.com/rest/deployments/statuses).</summary>
public interface IDeploymentStatusClient
{
    /// <summary>The statuses, newest first.</summary>
    Task<IReadOnlyList<DeploymentStatus>> GetAll(string owner, string name, long deploymentId);

    Task<DeploymentStatus> Create(
        string owner,
        string name,
        long deploymentId,
        NewDeploymentStatus newDeploymentStatus
    );
}
