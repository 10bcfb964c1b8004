namespace k8s.Models;

/// <summary>The secrets that a list request found.</summary>
public record V1SecretList : IKubernetesObject<V1ListMeta>, IItems<V1Secret>
{
    public string ApiVersion { get; set; }

    public IList<V1Secret> Items { get; set; }

    public string Kind { get; set; }

    public V1ListMeta Metadata { get; set; }
}
