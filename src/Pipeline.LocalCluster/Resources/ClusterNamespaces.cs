namespace Pipeline.LocalCluster.Resources;

/// <summary>The namespaces that are always there.</summary>
public static class ClusterNamespaces
{
    public const string Default = "default";

    public static readonly IReadOnlyList<string> Permanent = [Default, "kube-system"];
}
