namespace k8s.Models;

/// <summary>The events that a list request found.</summary>
public record Corev1EventList : IKubernetesObject<V1ListMeta>, IItems<Corev1Event>
{
    public string ApiVersion { get; set; }

    public IList<Corev1Event> Items { get; set; }

    public string Kind { get; set; }

    public V1ListMeta Metadata { get; set; }
}
