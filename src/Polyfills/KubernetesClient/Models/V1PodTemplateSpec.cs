namespace k8s.Models;

/// <summary>The pod that a workload makes copies of.</summary>
public record V1PodTemplateSpec : IMetadata<V1ObjectMeta>
{
    public V1ObjectMeta Metadata { get; set; }

    public V1PodSpec Spec { get; set; }
}
