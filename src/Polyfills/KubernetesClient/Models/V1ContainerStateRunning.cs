namespace k8s.Models;

/// <summary>A container that runs.</summary>
public record V1ContainerStateRunning
{
    public DateTime? StartedAt { get; set; }
}
