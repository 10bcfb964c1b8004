using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules;

internal sealed class RoleBindingRules : KindRules
{
    public override NameFormat Names => NameFormat.PathSegment;

    public override void Default(JsonObject content)
    {
        foreach (var subject in content.Items("subjects"))
            subject["apiGroup"] ??= subject.Text("kind") == "ServiceAccount" ? "" : "rbac.authorization.k8s.io";
    }

    public override IEnumerable<FieldProblem> ForbiddenChanges(JsonObject content, JsonObject old)
    {
        if (!JsonNode.DeepEquals(content["roleRef"], old["roleRef"]))
            yield return FieldProblem.Invalid("roleRef", content["roleRef"], "cannot change roleRef");
    }
}
