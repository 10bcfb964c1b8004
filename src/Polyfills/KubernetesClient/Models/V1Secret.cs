namespace k8s.Models;

/// <summary>Confidential values by key.</summary>
public record V1Secret : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; }

    public IDictionary<string, byte[]> Data { get; set; }

    public bool? Immutable { get; set; }

    public string Kind { get; set; }

    public V1ObjectMeta Metadata { get; set; }

    public IDictionary<string, string> StringData { get; set; }

    public string Type { get; set; }
}
