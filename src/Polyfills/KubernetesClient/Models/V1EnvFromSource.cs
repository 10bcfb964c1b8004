namespace k8s.Models;

/// <summary>A config map or a secret all of whose keys become environment variables.</summary>
public record V1EnvFromSource
{
    public V1ConfigMapEnvSource ConfigMapRef { get; set; }

    public string Prefix { get; set; }

    public V1SecretEnvSource SecretRef { get; set; }
}
