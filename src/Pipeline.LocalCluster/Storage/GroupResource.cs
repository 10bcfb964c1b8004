namespace Pipeline.LocalCluster.Storage;

/// <summary>A collection of objects: API group (empty for the core group) and plural resource name.</summary>
public readonly record struct GroupResource(string Group, string Plural)
{
    public static readonly GroupResource Namespaces = new("", "namespaces");
    public static readonly GroupResource Pods = new("", "pods");
    public static readonly GroupResource Services = new("", "services");
    public static readonly GroupResource ConfigMaps = new("", "configmaps");
    public static readonly GroupResource Secrets = new("", "secrets");
    public static readonly GroupResource ServiceAccounts = new("", "serviceaccounts");
    public static readonly GroupResource Events = new("", "events");
    public static readonly GroupResource Deployments = new("apps", "deployments");
    public static readonly GroupResource ReplicaSets = new("apps", "replicasets");
    public static readonly GroupResource EndpointSlices = new("discovery.k8s.io", "endpointslices");
    public static readonly GroupResource HttpRoutes = new("gateway.networking.k8s.io", "httproutes");
    public static readonly GroupResource Gateways = new("gateway.networking.k8s.io", "gateways");

    /// <summary>The key of one object of this collection; <paramref name="ns"/> is empty for cluster-scoped objects.</summary>
    public ResourceKey Key(string ns, string name) => new(Group, Plural, ns, name);

    /// <summary>The resource as Kubernetes names it in messages: <c>deployments.apps</c>, <c>pods</c>.</summary>
    public override string ToString() => Group.Length == 0 ? Plural : $"{Plural}.{Group}";
}
