using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>What every stored object carries: its name, its labels and what the server keeps about it.</summary>
public record V1ObjectMeta
{
    public IDictionary<string, string> Annotations { get; set; }

    public DateTime? CreationTimestamp { get; set; }

    public long? DeletionGracePeriodSeconds { get; set; }

    public DateTime? DeletionTimestamp { get; set; }

    public IList<string> Finalizers { get; set; }

    public string GenerateName { get; set; }

    public long? Generation { get; set; }

    public IDictionary<string, string> Labels { get; set; }

    public string Name { get; set; }

    [JsonPropertyName("namespace")]
    public string NamespaceProperty { get; set; }

    public IList<V1OwnerReference> OwnerReferences { get; set; }

    public string ResourceVersion { get; set; }

    public string Uid { get; set; }
}
