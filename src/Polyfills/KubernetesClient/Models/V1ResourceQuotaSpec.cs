namespace k8s.Models;

/// <summary>The limits of a quota, by resource.</summary>
public record V1ResourceQuotaSpec
{
    public IDictionary<string, ResourceQuantity> Hard { get; set; }
}
