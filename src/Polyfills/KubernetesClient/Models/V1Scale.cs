namespace k8s.Models;

/// <summary>The number of replicas of an object, through its scale subresource.</summary>
public record V1Scale : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; }

    public string Kind { get; set; }

    public V1ObjectMeta Metadata { get; set; }

    public V1ScaleSpec Spec { get; set; }

    public V1ScaleStatus Status { get; set; }
}
