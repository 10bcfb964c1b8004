namespace k8s.Models;

/// <summary>What the processes of all containers of a pod may do.</summary>
public record V1PodSecurityContext
{
    public long? FsGroup { get; set; }

    public long? RunAsGroup { get; set; }

    public bool? RunAsNonRoot { get; set; }

    public long? RunAsUser { get; set; }

    public V1SeccompProfile SeccompProfile { get; set; }
}
