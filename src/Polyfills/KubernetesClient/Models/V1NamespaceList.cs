namespace k8s.Models;

/// <summary>The namespaces that a list request found.</summary>
public record V1NamespaceList : IKubernetesObject<V1ListMeta>, IItems<V1Namespace>
{
    public string ApiVersion { get; set; }

    public IList<V1Namespace> Items { get; set; }

    public string Kind { get; set; }

    public V1ListMeta Metadata { get; set; }
}
