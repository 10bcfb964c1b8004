namespace k8s.Models;

/// <summary>A limit on what the objects of a namespace may use together.</summary>
public record V1ResourceQuota : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; }

    public string Kind { get; set; }

    public V1ObjectMeta Metadata { get; set; }

    public V1ResourceQuotaSpec Spec { get; set; }

    public V1ResourceQuotaStatus Status { get; set; }
}
