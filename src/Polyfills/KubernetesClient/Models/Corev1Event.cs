namespace k8s.Models;

/// <summary>Something that happened to an object.</summary>
public record Corev1Event : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; }

    public int? Count { get; set; }

    public DateTime? EventTime { get; set; }

    public DateTime? FirstTimestamp { get; set; }

    public V1ObjectReference InvolvedObject { get; set; }

    public string Kind { get; set; }

    public DateTime? LastTimestamp { get; set; }

    public string Message { get; set; }

    public V1ObjectMeta Metadata { get; set; }

    public string Reason { get; set; }

    public string Type { get; set; }
}
