namespace k8s.Models;

/// <summary>A stable address for the pods that a selector finds.</summary>
public record V1Service : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; }

    public string Kind { get; set; }

    public V1ObjectMeta Metadata { get; set; }

    public V1ServiceSpec Spec { get; set; }
}
