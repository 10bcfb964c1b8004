using System.Collections.Immutable;
using Pipeline.LocalCluster.Storage;
using static Pipeline.LocalCluster.Kinds.KindTraits;

namespace Pipeline.LocalCluster.Kinds;

/// <summary>Every kind that the cluster serves: a new one is a line here, and its type in <c>Schemas</c>.</summary>
public static class KindTable
{
    private const string Extensions = "apiextensions.k8s.io";
    private const string GatewayApi = "gateway.networking.k8s.io";
    private const string Istio = "networking.istio.io";
    private const string Rbac = "rbac.authorization.k8s.io";

    /// <summary>All kinds, in the order in which discovery lists them.</summary>
    public static ImmutableArray<ResourceKind> All { get; } =
    [
        new("", "v1", "configmaps", "ConfigMap", None, "cm"),
        new("", "v1", "events", "Event", None, "ev"),
        new("", "v1", "namespaces", "Namespace", ClusterScoped | Status, "ns"),
        new("", "v1", "pods", "Pod", Status | InAll | ReturnsDeleted, "po"),
        new("", "v1", "resourcequotas", "ResourceQuota", Status | ReturnsDeleted, "quota"),
        new("", "v1", "secrets", "Secret", None),
        new("", "v1", "serviceaccounts", "ServiceAccount", ReturnsDeleted, "sa"),
        new("", "v1", "services", "Service", Status | InAll | ReturnsDeleted, "svc"),
        new(
            Extensions,
            "v1",
            "customresourcedefinitions",
            "CustomResourceDefinition",
            ClusterScoped | Status | Generations,
            "crd"
        ),
        new("apps", "v1", "deployments", "Deployment", Status | Scale | Generations | InAll, "deploy"),
        new("apps", "v1", "replicasets", "ReplicaSet", Status | Scale | Generations | InAll, "rs"),
        new("autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", Status | InAll, "hpa"),
        new("batch", "v1", "jobs", "Job", Status | Generations | InAll),
        new("coordination.k8s.io", "v1", "leases", "Lease", None),
        new("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice", Generations),
        new(GatewayApi, "v1", "gatewayclasses", "GatewayClass", ClusterScoped | Status | Generations | Custom, "gc"),
        new(GatewayApi, "v1", "gateways", "Gateway", Status | Generations | Custom, "gtw"),
        new(GatewayApi, "v1", "httproutes", "HTTPRoute", Status | Generations | Custom),
        new(Istio, "v1", "destinationrules", "DestinationRule", Status | Generations | Custom, "dr"),
        new(Istio, "v1", "virtualservices", "VirtualService", Status | Generations | Custom, "vs"),
        new("networking.k8s.io", "v1", "networkpolicies", "NetworkPolicy", Generations, "netpol"),
        new("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", Status | Generations, "pdb"),
        new(Rbac, "v1", "clusterrolebindings", "ClusterRoleBinding", ClusterScoped),
        new(Rbac, "v1", "clusterroles", "ClusterRole", ClusterScoped),
        new(Rbac, "v1", "rolebindings", "RoleBinding", None),
        new(Rbac, "v1", "roles", "Role", None),
    ];

    private static readonly Dictionary<GroupResource, ResourceKind> ByResource = All.ToDictionary(kind =>
        kind.Resource
    );

    /// <summary>The kind of a collection, or null for one that the cluster does not serve.</summary>
    public static ResourceKind? Find(GroupResource resource) => ByResource.GetValueOrDefault(resource);

    /// <summary>The kind of a collection that is known to be served.</summary>
    public static ResourceKind Of(GroupResource resource) => ByResource[resource];

    /// <summary>The kind with that API group and kind name, as an owner reference gives them, or null.</summary>
    public static ResourceKind? FindKind(string group, string kind) =>
        All.FirstOrDefault(candidate => candidate.Group == group && candidate.Kind == kind);
}
