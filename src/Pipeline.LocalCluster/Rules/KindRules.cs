using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Rules.Workloads;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules;

/// <summary>What a kind demands beyond its schema; a kind without a class of its own has no further rules.</summary>
public class KindRules
{
    private static readonly KindRules None = new();

    private static readonly Dictionary<GroupResource, KindRules> Table = new()
    {
        [GroupResource.ConfigMaps] = new ConfigMapRules(),
        [GroupResource.Deployments] = new DeploymentRules(),
        [GroupResource.HttpRoutes] = new HttpRouteRules(),
        [GroupResource.Namespaces] = new NamespaceRules(),
        [GroupResource.Pods] = new PodRules(),
        [GroupResource.ReplicaSets] = new ReplicaSetRules(),
        [GroupResource.Secrets] = new SecretRules(),
        [GroupResource.Services] = new ServiceRules(),
        [new("apiextensions.k8s.io", "customresourcedefinitions")] = new CustomResourceDefinitionRules(),
        [new("autoscaling", "horizontalpodautoscalers")] = new HorizontalPodAutoscalerRules(),
        [new("batch", "jobs")] = new JobRules(),
        [new("policy", "poddisruptionbudgets")] = new PodDisruptionBudgetRules(),
        [new("rbac.authorization.k8s.io", "clusterrolebindings")] = new RoleBindingRules(),
        [new("rbac.authorization.k8s.io", "rolebindings")] = new RoleBindingRules(),
    };

    public static KindRules Of(ResourceKind kind) => Table.GetValueOrDefault(kind.Resource, None);

    /// <summary>Which names objects of the kind may bear.</summary>
    public virtual NameFormat Names => NameFormat.Subdomain;

    /// <summary>Fills in what depends on other fields, after the schema's defaults.</summary>
    public virtual void Default(JsonObject content) { }

    /// <summary>Why the object is invalid, whatever it was before.</summary>
    public virtual IEnumerable<FieldProblem> Problems(JsonObject content) => [];

    /// <summary>Why the object may not change in this way.</summary>
    public virtual IEnumerable<FieldProblem> ForbiddenChanges(JsonObject content, JsonObject old) => [];

    /// <summary>A problem if a field differs from what it was.</summary>
    protected static IEnumerable<FieldProblem> Unchanged(JsonObject content, JsonObject old, params string[] path)
    {
        if (!JsonNode.DeepEquals(content.At(path), old.At(path)))
            yield return FieldProblem.Immutable(string.Join('.', path), content.At(path));
    }

    /// <summary>A problem if there is a number under <paramref name="minimum"/>.</summary>
    protected static IEnumerable<FieldProblem> AtLeast(int minimum, JsonNode content, params string[] path)
    {
        if (content.Int(path) is { } number && number < minimum)
        {
            var detail = $"must be greater than or equal to {minimum}";
            yield return FieldProblem.Invalid(string.Join('.', path), number, detail);
        }
    }
}
