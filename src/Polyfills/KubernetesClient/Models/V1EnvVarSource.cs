namespace k8s.Models;

/// <summary>Where the value of an environment variable comes from.</summary>
public record V1EnvVarSource
{
    public V1ObjectFieldSelector FieldRef { get; set; }

    public V1SecretKeySelector SecretKeyRef { get; set; }
}
