namespace k8s.Models;

/// <summary>Who is allowed what a role allows.</summary>
public record V1RoleBinding : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; }

    public string Kind { get; set; }

    public V1ObjectMeta Metadata { get; set; }

    public V1RoleRef RoleRef { get; set; }

    public IList<Rbacv1Subject> Subjects { get; set; }
}
