namespace k8s.Models;

/// <summary>What is allowed in one namespace.</summary>
public record V1Role : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; }

    public string Kind { get; set; }

    public V1ObjectMeta Metadata { get; set; }

    public IList<V1PolicyRule> Rules { get; set; }
}
