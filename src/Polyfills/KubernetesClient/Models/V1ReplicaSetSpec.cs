namespace k8s.Models;

/// <summary>What a replica set should be.</summary>
public record V1ReplicaSetSpec
{
    public int? MinReadySeconds { get; set; }

    public int? Replicas { get; set; }

    public V1LabelSelector Selector { get; set; }

    public V1PodTemplateSpec Template { get; set; }
}
