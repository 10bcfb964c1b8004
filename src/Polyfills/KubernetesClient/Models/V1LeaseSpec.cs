namespace k8s.Models;

/// <summary>The holder of a lease; the duration in seconds, the times with microseconds.</summary>
public record V1LeaseSpec
{
    public DateTime? AcquireTime { get; set; }

    public string HolderIdentity { get; set; }

    public int? LeaseDurationSeconds { get; set; }

    public int? LeaseTransitions { get; set; }

    public string PreferredHolder { get; set; }

    public DateTime? RenewTime { get; set; }

    public string Strategy { get; set; }
}
