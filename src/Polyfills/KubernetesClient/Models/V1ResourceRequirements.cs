namespace k8s.Models;

/// <summary>What a container is promised, and what it may use at most.</summary>
public record V1ResourceRequirements
{
    public IDictionary<string, ResourceQuantity> Limits { get; set; }

    public IDictionary<string, ResourceQuantity> Requests { get; set; }
}
