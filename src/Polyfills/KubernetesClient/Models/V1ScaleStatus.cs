namespace k8s.Models;

/// <summary>The number of replicas that there are.</summary>
public record V1ScaleStatus
{
    public int Replicas { get; set; }

    public string Selector { get; set; }
}
