namespace k8s.Models;

/// <summary>One key of a secret.</summary>
public record V1SecretKeySelector
{
    public string Key { get; set; }

    public string Name { get; set; }

    public bool? Optional { get; set; }
}
