namespace k8s.Models;

/// <summary>The number of replicas that there should be.</summary>
public record V1ScaleSpec
{
    public int? Replicas { get; set; }
}
