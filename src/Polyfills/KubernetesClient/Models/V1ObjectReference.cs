using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>Names an object.</summary>
public record V1ObjectReference
{
    public string ApiVersion { get; set; }

    public string FieldPath { get; set; }

    public string Kind { get; set; }

    public string Name { get; set; }

    [JsonPropertyName("namespace")]
    public string NamespaceProperty { get; set; }

    public string ResourceVersion { get; set; }

    public string Uid { get; set; }
}
