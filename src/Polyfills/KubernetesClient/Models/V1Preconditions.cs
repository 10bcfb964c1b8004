namespace k8s.Models;

/// <summary>The identity and version that an object must still have for it to be deleted.</summary>
public record V1Preconditions
{
    public string ResourceVersion { get; set; }

    public string Uid { get; set; }
}
