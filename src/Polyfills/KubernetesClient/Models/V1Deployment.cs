namespace k8s.Models;

/// <summary>Pods of one template, kept at a number and replaced step by step.</summary>
public record V1Deployment : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; }

    public string Kind { get; set; }

    public V1ObjectMeta Metadata { get; set; }

    public V1DeploymentSpec Spec { get; set; }

    public V1DeploymentStatus Status { get; set; }
}
