namespace k8s.Models;

/// <summary>The config maps that a list request found.</summary>
public record V1ConfigMapList : IKubernetesObject<V1ListMeta>, IItems<V1ConfigMap>
{
    public string ApiVersion { get; set; }

    public IList<V1ConfigMap> Items { get; set; }

    public string Kind { get; set; }

    public V1ListMeta Metadata { get; set; }
}
