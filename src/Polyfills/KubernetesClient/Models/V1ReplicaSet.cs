namespace k8s.Models;

/// <summary>Pods of one template, kept at a number.</summary>
public record V1ReplicaSet : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; }

    public string Kind { get; set; }

    public V1ObjectMeta Metadata { get; set; }

    public V1ReplicaSetSpec Spec { get; set; }

    public V1ReplicaSetStatus Status { get; set; }
}
