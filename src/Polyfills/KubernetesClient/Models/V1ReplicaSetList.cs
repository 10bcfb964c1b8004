namespace k8s.Models;

/// <summary>The replica sets that a list request found.</summary>
public record V1ReplicaSetList : IKubernetesObject<V1ListMeta>, IItems<V1ReplicaSet>
{
    public string ApiVersion { get; set; }

    public IList<V1ReplicaSet> Items { get; set; }

    public string Kind { get; set; }

    public V1ListMeta Metadata { get; set; }
}
