namespace k8s.Models;

/// <summary>The HTTP request of a probe.</summary>
public record V1HTTPGetAction
{
    public string Host { get; set; }

    public string Path { get; set; }

    public IntOrString Port { get; set; }

    public string Scheme { get; set; }
}
