namespace k8s.Models;

/// <summary>The pods that a list request found.</summary>
public record V1PodList : IKubernetesObject<V1ListMeta>, IItems<V1Pod>
{
    public string ApiVersion { get; set; }

    public IList<V1Pod> Items { get; set; }

    public string Kind { get; set; }

    public V1ListMeta Metadata { get; set; }
}
