using k8s.Models;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Routing;

namespace Pipeline.Kubernetes.Manifests;

/// <summary>The account that deployments run under, and what it may do; an administrator installs them.</summary>
public static class DeployerManifests
{
    private const string RbacGroup = "rbac.authorization.k8s.io";

    /// <summary>The deployer's account.</summary>
    public static V1ServiceAccount Account(ServiceDefinition service, DeliveryEnvironment environment) =>
        new()
        {
            ApiVersion = "v1",
            Kind = "ServiceAccount",
            Metadata = ManifestMetadata.Of(service, environment, service.Names.Deployer),
            AutomountServiceAccountToken = false,
        };

    /// <summary>What the pipeline does in the namespace, and nothing else.</summary>
    public static V1Role Role(ServiceDefinition service, DeliveryEnvironment environment) =>
        new()
        {
            ApiVersion = $"{RbacGroup}/v1",
            Kind = "Role",
            Metadata = ManifestMetadata.Of(service, environment, service.Names.Deployer),
            Rules =
            [
                Allow("", "configmaps", "get", "list", "create", "update", "patch", "delete"),
                Allow("", "services", "get", "list", "create", "patch"),
                Allow("", "namespaces", "get"),
                Allow("", "pods", "get", "list"),
                Allow("", "pods/log", "get"),
                Allow("", "pods/proxy", "get"),
                Allow("", "services/proxy", "get"),
                Allow("", "events", "list"),
                Allow("", "resourcequotas", "list"),
                Allow("apps", "deployments", "get", "list", "create", "patch"),
                Allow("apps", "deployments/scale", "get", "patch"),
                Allow("apps", "replicasets", "list"),
                Allow("coordination.k8s.io", "leases", "get", "create", "update"),
                .. Routing(environment),
            ],
        };

    /// <summary>Grants the role to the account.</summary>
    public static V1RoleBinding Binding(ServiceDefinition service, DeliveryEnvironment environment) =>
        new()
        {
            ApiVersion = $"{RbacGroup}/v1",
            Kind = "RoleBinding",
            Metadata = ManifestMetadata.Of(service, environment, service.Names.Deployer),
            RoleRef = new V1RoleRef
            {
                ApiGroup = RbacGroup,
                Kind = "Role",
                Name = service.Names.Deployer,
            },
            Subjects =
            [
                new Rbacv1Subject
                {
                    Kind = "ServiceAccount",
                    Name = service.Names.Deployer,
                    NamespaceProperty = environment.Name,
                },
            ],
        };

    private static IEnumerable<V1PolicyRule> Routing(DeliveryEnvironment environment) =>
        environment.Routing switch
        {
            TrafficRouting.GatewayRoute => [Allow(HttpRoute.Group, HttpRoute.Plural, "get", "create", "patch")],
            TrafficRouting.IstioRoute =>
            [
                Allow(VirtualService.Group, VirtualService.Plural, "get", "create", "patch"),
                Allow(VirtualService.Group, DestinationRule.Plural, "create"),
            ],
            _ => [],
        };

    private static V1PolicyRule Allow(string group, string resource, params string[] verbs) =>
        new()
        {
            ApiGroups = [group],
            Resources = [resource],
            Verbs = verbs,
        };
}
