using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules;

internal sealed class HorizontalPodAutoscalerRules : KindRules
{
    public override IEnumerable<FieldProblem> Problems(JsonObject content)
    {
        if (content.Int("spec", "maxReplicas") is { } most && most < (content.Int("spec", "minReplicas") ?? 1))
            yield return FieldProblem.Invalid(
                "spec.maxReplicas",
                most,
                "must be greater than or equal to `minReplicas`"
            );
    }
}
