namespace k8s.Models;

/// <summary>The role that a binding grants.</summary>
public record V1RoleRef
{
    public string ApiGroup { get; set; }

    public string Kind { get; set; }

    public string Name { get; set; }
}
