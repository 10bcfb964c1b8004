namespace k8s.Models;

/// <summary>What a service should be.</summary>
public record V1ServiceSpec
{
    public string ClusterIP { get; set; }

    public IList<V1ServicePort> Ports { get; set; }

    public IDictionary<string, string> Selector { get; set; }

    public string SessionAffinity { get; set; }

    public string Type { get; set; }
}
