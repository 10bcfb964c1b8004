using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules;

/// <summary>Definitions of the kinds in the table are accepted, and change nothing; others are refused by name.</summary>
internal sealed class CustomResourceDefinitionRules : KindRules
{
    public override IEnumerable<FieldProblem> Problems(JsonObject content)
    {
        var resource = new GroupResource(
            content.Text("spec", "group") ?? "",
            content.Text("spec", "names", "plural") ?? ""
        );
        if (content.Text("metadata", "name") != resource.ToString())
            yield return FieldProblem.Invalid(
                "metadata.name",
                content.At("metadata", "name"),
                "must be spec.names.plural+\".\"+spec.group"
            );
        if (KindTable.Find(resource) is null)
            yield return FieldProblem.Forbidden("spec.names.plural", $"the embedded cluster has no {resource}");
    }
}
