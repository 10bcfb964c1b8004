namespace k8s.Models;

/// <summary>What a container is, as last observed.</summary>
public record V1ContainerStatus
{
    public string ContainerID { get; set; }

    public string Image { get; set; }

    public string ImageID { get; set; }

    public V1ContainerState LastState { get; set; }

    public string Name { get; set; }

    public bool Ready { get; set; }

    public int RestartCount { get; set; }

    public bool? Started { get; set; }

    public V1ContainerState State { get; set; }
}
