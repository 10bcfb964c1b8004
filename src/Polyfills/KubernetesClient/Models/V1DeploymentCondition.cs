namespace k8s.Models;

/// <summary>One statement about the progress or the availability of a deployment.</summary>
public record V1DeploymentCondition
{
    public DateTime? LastTransitionTime { get; set; }

    public DateTime? LastUpdateTime { get; set; }

    public string Message { get; set; }

    public string Reason { get; set; }

    public string Status { get; set; }

    public string Type { get; set; }
}
