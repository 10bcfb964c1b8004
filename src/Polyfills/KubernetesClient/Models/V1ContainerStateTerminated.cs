namespace k8s.Models;

/// <summary>A container that has ended, and how.</summary>
public record V1ContainerStateTerminated
{
    public string ContainerID { get; set; }

    public int ExitCode { get; set; }

    public DateTime? FinishedAt { get; set; }

    public string Message { get; set; }

    public string Reason { get; set; }

    public int? Signal { get; set; }

    public DateTime? StartedAt { get; set; }
}
