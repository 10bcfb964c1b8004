namespace k8s.Models;

/// <summary>How pods of an old template give way to those of a new one.</summary>
public record V1DeploymentStrategy
{
    public V1RollingUpdateDeployment RollingUpdate { get; set; }

    public string Type { get; set; }
}
