using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules.Workloads;

internal sealed class PodRules : KindRules
{
    private const string OnlyImages =
        "pod updates may not change fields other than `spec.containers[*].image`, `spec.activeDeadlineSeconds`, `spec.tolerations`, `spec.terminationGracePeriodSeconds`";

    public override void Default(JsonObject content)
    {
        var spec = content.Within("spec");
        PodSpecRules.Default(spec);
        spec["enableServiceLinks"] ??= true;
    }

    public override IEnumerable<FieldProblem> Problems(JsonObject content) =>
        content["spec"] is JsonObject spec ? PodSpecRules.Problems(spec, "spec") : [FieldProblem.Required("spec")];

    public override IEnumerable<FieldProblem> ForbiddenChanges(JsonObject content, JsonObject old)
    {
        if (!JsonNode.DeepEquals(Fixed(content), Fixed(old)))
            yield return FieldProblem.Forbidden("spec", OnlyImages);
    }

    private static JsonNode? Fixed(JsonObject pod)
    {
        var spec = pod["spec"]?.DeepClone();
        foreach (var container in spec.Items("containers"))
            container.Remove("image");
        foreach (var changeable in new[] { "activeDeadlineSeconds", "tolerations", "terminationGracePeriodSeconds" })
            (spec as JsonObject)?.Remove(changeable);
        return spec;
    }
}
