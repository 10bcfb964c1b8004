namespace k8s.Models;

/// <summary>The identity that a program has towards the API server.</summary>
public record V1ServiceAccount : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; }

    public bool? AutomountServiceAccountToken { get; set; }

    public string Kind { get; set; }

    public V1ObjectMeta Metadata { get; set; }
}
