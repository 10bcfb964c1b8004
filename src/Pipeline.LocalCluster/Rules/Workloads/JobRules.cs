using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules.Workloads;

internal sealed class JobRules : KindRules
{
    public override void Default(JsonObject content)
    {
        if (content.At("spec", "template", "spec") is JsonObject spec)
            PodSpecRules.Default(spec);
        if (content["spec"] is JsonObject job)
        {
            job["parallelism"] ??= 1;
            job["completions"] ??= 1;
        }
    }

    public override IEnumerable<FieldProblem> ForbiddenChanges(JsonObject content, JsonObject old) =>
        Unchanged(content, old, "spec", "template").Concat(Unchanged(content, old, "spec", "completions"));
}
