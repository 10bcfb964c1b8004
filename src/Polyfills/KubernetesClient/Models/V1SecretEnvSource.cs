namespace k8s.Models;

/// <summary>The secret that environment variables come from.</summary>
public record V1SecretEnvSource
{
    public string Name { get; set; }

    public bool? Optional { get; set; }
}
