namespace k8s.Models;

/// <summary>The resource quotas that a list request found.</summary>
public record V1ResourceQuotaList : IKubernetesObject<V1ListMeta>, IItems<V1ResourceQuota>
{
    public string ApiVersion { get; set; }

    public IList<V1ResourceQuota> Items { get; set; }

    public string Kind { get; set; }

    public V1ListMeta Metadata { get; set; }
}
