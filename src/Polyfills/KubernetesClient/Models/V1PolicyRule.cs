namespace k8s.Models;

/// <summary>The verbs that are allowed on the resources of the API groups.</summary>
public record V1PolicyRule
{
    public IList<string> ApiGroups { get; set; }

    public IList<string> ResourceNames { get; set; }

    public IList<string> Resources { get; set; }

    public IList<string> Verbs { get; set; }
}
