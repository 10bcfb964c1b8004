using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Selection;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules.Workloads;

/// <summary>Rules of a template and the selector that must find its pods.</summary>
internal static class PodTemplateRules
{
    public static void Default(JsonObject content)
    {
        if (content.At("spec", "template", "spec") is JsonObject spec)
            PodSpecRules.Default(spec);
    }

    public static IEnumerable<FieldProblem> Problems(JsonObject content) =>
        PodSpecRules
            .Problems(content.At("spec", "template", "spec") as JsonObject, "spec.template.spec")
            .Concat(MetadataRules.Labels(content, "spec", "template", "metadata"))
            .Concat(Selector(content))
            .Concat(RestartPolicy(content));

    private static IEnumerable<FieldProblem> Selector(JsonObject content)
    {
        if (content.At("spec", "selector") is not JsonObject selector)
            return [];
        if (selector.All(member => member.Value is JsonObject { Count: 0 } or JsonArray { Count: 0 }))
            return [FieldProblem.Invalid("spec.selector", selector, "empty selector is invalid")];
        var labels = content.At("spec", "template", "metadata", "labels");
        return LabelSelector.From(selector).Matches(labels as JsonObject)
            ? []
            :
            [
                FieldProblem.Invalid(
                    "spec.template.metadata.labels",
                    labels,
                    "`selector` does not match template `labels`"
                ),
            ];
    }

    private static IEnumerable<FieldProblem> RestartPolicy(JsonObject content) =>
        content.Text("spec", "template", "spec", "restartPolicy") is { } policy and not "Always"
            ? [FieldProblem.Unsupported("spec.template.spec.restartPolicy", policy, ["Always"])]
            : [];
}
