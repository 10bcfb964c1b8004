using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>The user, group or service account that a binding grants a role to.</summary>
public record Rbacv1Subject
{
    public string ApiGroup { get; set; }

    public string Kind { get; set; }

    public string Name { get; set; }

    [JsonPropertyName("namespace")]
    public string NamespaceProperty { get; set; }
}
