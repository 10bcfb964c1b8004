namespace k8s.Models;

/// <summary>The scope that names of objects are unique in.</summary>
public record V1Namespace : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; }

    public string Kind { get; set; }

    public V1ObjectMeta Metadata { get; set; }

    public V1NamespaceStatus Status { get; set; }
}
