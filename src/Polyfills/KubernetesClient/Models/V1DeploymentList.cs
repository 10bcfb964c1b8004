namespace k8s.Models;

/// <summary>The deployments that a list request found.</summary>
public record V1DeploymentList : IKubernetesObject<V1ListMeta>, IItems<V1Deployment>
{
    public string ApiVersion { get; set; }

    public IList<V1Deployment> Items { get; set; }

    public string Kind { get; set; }

    public V1ListMeta Metadata { get; set; }
}
