namespace Octokit;

internal sealed class DeploymentsClient(RestClient rest) : IDeploymentsClient
{
    public IDeploymentStatusClient Status { get; } = new DeploymentStatusClient(rest);

    public Task<IReadOnlyList<Deployment>> GetAll(string owner, string name, ApiOptions options) =>
        rest.GetAllAsync<Deployment>(RestClient.Repository(owner, name) + "/deployments", options);

    public Task<Deployment> Create(string owner, string name, NewDeployment newDeployment) =>
        rest.SendAsync<Deployment>(HttpMethod.Post, RestClient.Repository(owner, name) + "/deployments", newDeployment);
}
