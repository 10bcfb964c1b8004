namespace k8s.Models;

/// <summary>A port that a container listens on.</summary>
public record V1ContainerPort
{
    public int ContainerPort { get; set; }

    public string HostIP { get; set; }

    public int? HostPort { get; set; }

    public string Name { get; set; }

    public string Protocol { get; set; }
}
