namespace k8s.Models;

/// <summary>The phase that a namespace is in: Active or Terminating.</summary>
public record V1NamespaceStatus
{
    public string Phase { get; set; }
}
