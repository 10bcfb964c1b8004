namespace Octokit;

internal sealed class DeploymentStatusClient(RestClient rest) : IDeploymentStatusClient
{
    public Task<IReadOnlyList<DeploymentStatus>> GetAll(string owner, string name, long deploymentId) =>
        rest.GetAllAsync<DeploymentStatus>(Statuses(owner, name, deploymentId), new ApiOptions());

    public Task<DeploymentStatus> Create(
        string owner,
        string name,
        long deploymentId,
        NewDeploymentStatus newDeploymentStatus
    ) => rest.SendAsync<DeploymentStatus>(HttpMethod.Post, Statuses(owner, name, deploymentId), newDeploymentStatus);

    private static string Statuses(string owner, string name, long deployment) =>
        RestClient.Repository(owner, name) + $"/deployments/{deployment}/statuses";
}
