namespace k8s.Models;

/// <summary>Selects the objects that bear every one of the labels.</summary>
public record V1LabelSelector
{
    public IDictionary<string, string> MatchLabels { get; set; }
}
