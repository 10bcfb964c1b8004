namespace k8s.Models;

/// <summary>What a replica set is, as last observed.</summary>
public record V1ReplicaSetStatus
{
    public int? AvailableReplicas { get; set; }

    public int? FullyLabeledReplicas { get; set; }

    public long? ObservedGeneration { get; set; }

    public int? ReadyReplicas { get; set; }

    public int Replicas { get; set; }
}
