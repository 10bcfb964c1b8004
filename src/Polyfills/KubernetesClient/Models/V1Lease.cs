namespace k8s.Models;

/// <summary>Who holds something, and until when.</summary>
public record V1Lease : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; }

    public string Kind { get; set; }

    public V1ObjectMeta Metadata { get; set; }

    public V1LeaseSpec Spec { get; set; }
}
