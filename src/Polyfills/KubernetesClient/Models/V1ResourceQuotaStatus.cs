namespace k8s.Models;

/// <summary>The limits in force, and how much of each is used.</summary>
public record V1ResourceQuotaStatus
{
    public IDictionary<string, ResourceQuantity> Hard { get; set; }

    public IDictionary<string, ResourceQuantity> Used { get; set; }
}
