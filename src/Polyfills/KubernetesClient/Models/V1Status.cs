namespace k8s.Models;

/// <summary>The answer of the server to a request that has no object to return, or that failed.</summary>
public record V1Status : IKubernetesObject<V1ListMeta>
{
    public string ApiVersion { get; set; }

    public int? Code { get; set; }

    public V1StatusDetails Details { get; set; }

    public string Kind { get; set; }

    public string Message { get; set; }

    public V1ListMeta Metadata { get; set; }

    public string Reason { get; set; }

    public string Status { get; set; }
}
