using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules;

/// <summary>Limits that the Gateway API's CRD sets.</summary>
internal sealed class HttpRouteRules : KindRules
{
    public override IEnumerable<FieldProblem> Problems(JsonObject content) =>
        content
            .Items("spec", "rules")
            .SelectMany(
                (rule, i) =>
                    rule.Items("backendRefs")
                        .SelectMany((backend, j) => Backend(backend, $"spec.rules[{i}].backendRefs[{j}]"))
            );

    private static IEnumerable<FieldProblem> Backend(JsonObject backend, string path)
    {
        if (backend.Int("weight") is < 0 or > 1_000_000)
            yield return FieldProblem.Invalid($"{path}.weight", backend["weight"], "must be between 0 and 1000000");
        if (backend.Text("kind") == "Service" && backend["port"] is null)
            yield return FieldProblem.Required($"{path}.port", "must have port for Service reference");
    }
}
