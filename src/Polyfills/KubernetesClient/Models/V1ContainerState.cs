namespace k8s.Models;

/// <summary>Whether a container waits, runs or has ended; one of the three.</summary>
public record V1ContainerState
{
    public V1ContainerStateRunning Running { get; set; }

    public V1ContainerStateTerminated Terminated { get; set; }

    public V1ContainerStateWaiting Waiting { get; set; }
}
