namespace k8s.Models;

/// <summary>One environment variable, by value or by where its value comes from.</summary>
public record V1EnvVar
{
    public string Name { get; set; }

    public string Value { get; set; }

    public V1EnvVarSource ValueFrom { get; set; }
}
