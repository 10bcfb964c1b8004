namespace k8s.Models;

/// <summary>How many pods may be missing, and how many there may be too many, while a template is replaced.</summary>
public record V1RollingUpdateDeployment
{
    public IntOrString MaxSurge { get; set; }

    public IntOrString MaxUnavailable { get; set; }
}
