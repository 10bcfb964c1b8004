using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules.Workloads;

internal sealed class DeploymentRules : KindRules
{
    public override void Default(JsonObject content)
    {
        PodTemplateRules.Default(content);
        if (content.At("spec", "strategy") is JsonObject strategy && strategy.Text("type") == "RollingUpdate")
        {
            var rollingUpdate = strategy.Within("rollingUpdate");
            rollingUpdate["maxSurge"] ??= "25%";
            rollingUpdate["maxUnavailable"] ??= "25%";
        }
    }

    public override IEnumerable<FieldProblem> Problems(JsonObject content) =>
        content["spec"] is not JsonObject
            ? [FieldProblem.Required("spec")]
            : PodTemplateRules
                .Problems(content)
                .Concat(AtLeast(0, content, "spec", "replicas"))
                .Concat(AtLeast(0, content, "spec", "minReadySeconds"))
                .Concat(AtLeast(0, content, "spec", "revisionHistoryLimit"))
                .Concat(Strategy(content.At("spec", "strategy")))
                .Concat(Deadline(content["spec"]!));

    public override IEnumerable<FieldProblem> ForbiddenChanges(JsonObject content, JsonObject old) =>
        Unchanged(content, old, "spec", "selector");

    private static IEnumerable<FieldProblem> Strategy(JsonNode? strategy)
    {
        const string path = "spec.strategy.rollingUpdate";
        if (strategy.Text("type") == "Recreate")
        {
            if (strategy.At("rollingUpdate") is not null)
                yield return FieldProblem.Forbidden(path, "may not be specified when strategy `type` is 'Recreate'");
            yield break;
        }

        var (surge, unavailable) = (
            strategy.At("rollingUpdate", "maxSurge"),
            strategy.At("rollingUpdate", "maxUnavailable")
        );
        foreach (var (name, value) in new[] { ("maxSurge", surge), ("maxUnavailable", unavailable) })
        {
            if (value is not null && !ReplicaShare.TryParse(value, out _))
                yield return FieldProblem.Invalid(
                    $"{path}.{name}",
                    value,
                    "must be a number or a percentage of at least 0"
                );
        }

        if (IsZero(surge) && IsZero(unavailable))
            yield return FieldProblem.Invalid(
                $"{path}.maxUnavailable",
                unavailable,
                "may not be 0 when `maxSurge` is 0"
            );
    }

    private static bool IsZero(JsonNode? share) =>
        ReplicaShare.TryParse(share, out var parsed) && parsed.Of(100, true) == 0;

    private static IEnumerable<FieldProblem> Deadline(JsonNode spec)
    {
        if (spec.Int("progressDeadlineSeconds") is { } deadline && deadline <= (spec.Int("minReadySeconds") ?? 0))
        {
            yield return FieldProblem.Invalid(
                "spec.progressDeadlineSeconds",
                deadline,
                "must be greater than minReadySeconds"
            );
        }
    }
}
