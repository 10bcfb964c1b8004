namespace k8s.Models;

/// <summary>One statement about a pod, for example that it is ready.</summary>
public record V1PodCondition
{
    public DateTime? LastProbeTime { get; set; }

    public DateTime? LastTransitionTime { get; set; }

    public string Message { get; set; }

    public long? ObservedGeneration { get; set; }

    public string Reason { get; set; }

    public string Status { get; set; }

    public string Type { get; set; }
}
