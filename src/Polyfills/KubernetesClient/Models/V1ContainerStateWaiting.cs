namespace k8s.Models;

/// <summary>A container that does not run yet, and why.</summary>
public record V1ContainerStateWaiting
{
    public string Message { get; set; }

    public string Reason { get; set; }
}
