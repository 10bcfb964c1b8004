namespace k8s.Models;

/// <summary>The config map that environment variables come from.</summary>
public record V1ConfigMapEnvSource
{
    public string Name { get; set; }

    public bool? Optional { get; set; }
}
