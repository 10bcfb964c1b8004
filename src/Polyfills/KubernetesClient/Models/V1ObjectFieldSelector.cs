namespace k8s.Models;

/// <summary>A field of the pod itself, for example <c>status.podIP</c>.</summary>
public record V1ObjectFieldSelector
{
    public string ApiVersion { get; set; }

    public string FieldPath { get; set; }
}
