namespace k8s.Models;

/// <summary>Containers that run together on one node.</summary>
public record V1Pod : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; }

    public string Kind { get; set; }

    public V1ObjectMeta Metadata { get; set; }

    public V1PodSpec Spec { get; set; }

    public V1PodStatus Status { get; set; }
}
