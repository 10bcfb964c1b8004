using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules;

internal sealed class PodDisruptionBudgetRules : KindRules
{
    public override IEnumerable<FieldProblem> Problems(JsonObject content)
    {
        if (content.At("spec", "minAvailable") is not null && content.At("spec", "maxUnavailable") is not null)
        {
            yield return FieldProblem.Invalid(
                "spec",
                content["spec"],
                "minAvailable and maxUnavailable cannot be both set"
            );
        }
    }
}
