namespace k8s.Models;

/// <summary>Configuration by key.</summary>
public record V1ConfigMap : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; }

    public IDictionary<string, byte[]> BinaryData { get; set; }

    public IDictionary<string, string> Data { get; set; }

    public bool? Immutable { get; set; }

    public string Kind { get; set; }

    public V1ObjectMeta Metadata { get; set; }
}
