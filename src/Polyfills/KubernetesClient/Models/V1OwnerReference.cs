namespace k8s.Models;

/// <summary>The object with which another one is deleted.</summary>
public record V1OwnerReference
{
    public string ApiVersion { get; set; }

    public bool? BlockOwnerDeletion { get; set; }

    public bool? Controller { get; set; }

    public string Kind { get; set; }

    public string Name { get; set; }

    public string Uid { get; set; }
}
