using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Rules.Workloads;

internal sealed class ReplicaSetRules : KindRules
{
    public override void Default(JsonObject content) => PodTemplateRules.Default(content);

    public override IEnumerable<FieldProblem> Problems(JsonObject content) =>
        content["spec"] is not JsonObject
            ? [FieldProblem.Required("spec")]
            : PodTemplateRules
                .Problems(content)
                .Concat(AtLeast(0, content, "spec", "replicas"))
                .Concat(AtLeast(0, content, "spec", "minReadySeconds"));

    public override IEnumerable<FieldProblem> ForbiddenChanges(JsonObject content, JsonObject old) =>
        Unchanged(content, old, "spec", "selector");
}
