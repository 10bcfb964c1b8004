namespace k8s.Models;

/// <summary>The filter of system calls that applies.</summary>
public record V1SeccompProfile
{
    public string LocalhostProfile { get; set; }

    public string Type { get; set; }
}
