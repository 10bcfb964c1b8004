namespace k8s.Models;

/// <summary>What a pod is, as last observed.</summary>
public record V1PodStatus
{
    public IList<V1PodCondition> Conditions { get; set; }

    public IList<V1ContainerStatus> ContainerStatuses { get; set; }

    public string HostIP { get; set; }

    public string Message { get; set; }

    public string Phase { get; set; }

    public string PodIP { get; set; }

    public string Reason { get; set; }

    public DateTime? StartTime { get; set; }
}
