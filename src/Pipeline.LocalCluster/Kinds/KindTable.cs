using System.Collections.Immutable;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Kinds;

/// <summary>Every kind that the cluster serves: a new one is a line here, and its type in <c>Schemas</c>.</summary>
public static class KindTable
{
    private const string GatewayApi = "gateway.networking.k8s.io";
    private const string Rbac = "rbac.authorization.k8s.io";
    private const string Istio = "networking.istio.io";

    private static readonly ImmutableArray<string> EventFields =
    [
        "involvedObject.kind",
        "involvedObject.namespace",
        "involvedObject.name",
        "involvedObject.uid",
        "involvedObject.apiVersion",
        "involvedObject.resourceVersion",
        "involvedObject.fieldPath",
        "reason",
        "reportingComponent",
        "source",
        "type",
    ];

    private static readonly ImmutableArray<string> PodFields =
    [
        "spec.nodeName",
        "spec.restartPolicy",
        "spec.serviceAccountName",
        "status.phase",
        "status.podIP",
    ];

    /// <summary>All kinds, in the order in which discovery lists them.</summary>
    public static ImmutableArray<ResourceKind> All { get; } =
    [
        new("", "v1", "configmaps", "ConfigMap", "cm"),
        new("", "v1", "events", "Event", "ev") { SelectableFields = EventFields },
        new("", "v1", "namespaces", "Namespace", "ns")
        {
            Namespaced = false,
            HasStatus = true,
            SelectableFields = ["status.phase"],
        },
        new("", "v1", "pods", "Pod", "po")
        {
            HasStatus = true,
            InAll = true,
            SelectableFields = PodFields,
        },
        new("", "v1", "resourcequotas", "ResourceQuota", "quota") { HasStatus = true },
        new("", "v1", "secrets", "Secret") { SelectableFields = ["type"] },
        new("", "v1", "serviceaccounts", "ServiceAccount", "sa"),
        new("", "v1", "services", "Service", "svc")
        {
            HasStatus = true,
            InAll = true,
            SelectableFields = ["spec.clusterIP", "spec.type"],
        },
        new("apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition", "crd", "crds")
        {
            Namespaced = false,
            HasStatus = true,
            CountsGenerations = true,
        },
        new("apps", "v1", "deployments", "Deployment", "deploy")
        {
            HasStatus = true,
            HasScale = true,
            CountsGenerations = true,
            InAll = true,
        },
        new("apps", "v1", "replicasets", "ReplicaSet", "rs")
        {
            HasStatus = true,
            HasScale = true,
            CountsGenerations = true,
            InAll = true,
            SelectableFields = ["status.replicas"],
        },
        new("autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", "hpa")
        {
            HasStatus = true,
            InAll = true,
        },
        new("batch", "v1", "jobs", "Job")
        {
            HasStatus = true,
            CountsGenerations = true,
            InAll = true,
            SelectableFields = ["status.successful"],
        },
        new("coordination.k8s.io", "v1", "leases", "Lease"),
        new("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice") { CountsGenerations = true },
        new(GatewayApi, "v1", "gatewayclasses", "GatewayClass", "gc")
        {
            Namespaced = false,
            HasStatus = true,
            CountsGenerations = true,
            BuiltIn = false,
        },
        new(GatewayApi, "v1", "gateways", "Gateway", "gtw")
        {
            HasStatus = true,
            CountsGenerations = true,
            BuiltIn = false,
        },
        new(GatewayApi, "v1", "httproutes", "HTTPRoute")
        {
            HasStatus = true,
            CountsGenerations = true,
            BuiltIn = false,
        },
        new(Istio, "v1", "destinationrules", "DestinationRule", "dr")
        {
            HasStatus = true,
            CountsGenerations = true,
            BuiltIn = false,
        },
        new(Istio, "v1", "virtualservices", "VirtualService", "vs")
        {
            HasStatus = true,
            CountsGenerations = true,
            BuiltIn = false,
        },
        new("networking.k8s.io", "v1", "networkpolicies", "NetworkPolicy", "netpol") { CountsGenerations = true },
        new("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", "pdb")
        {
            HasStatus = true,
            CountsGenerations = true,
        },
        new(Rbac, "v1", "clusterrolebindings", "ClusterRoleBinding") { Namespaced = false },
        new(Rbac, "v1", "clusterroles", "ClusterRole") { Namespaced = false },
        new(Rbac, "v1", "rolebindings", "RoleBinding"),
        new(Rbac, "v1", "roles", "Role"),
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
