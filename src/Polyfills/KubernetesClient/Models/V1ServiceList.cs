namespace k8s.Models;

/// <summary>The services that a list request found.</summary>
public record V1ServiceList : IKubernetesObject<V1ListMeta>, IItems<V1Service>
{
    public string ApiVersion { get; set; }

    public IList<V1Service> Items { get; set; }

    public string Kind { get; set; }

    public V1ListMeta Metadata { get; set; }
}
