using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Schemas;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules;

/// <summary>What the schema alone demands: required fields and allowed values.</summary>
public static class SchemaRules
{
    public static IEnumerable<FieldProblem> Problems(JsonObject content, StructType type, string path = "")
    {
        foreach (var (name, field) in type.Fields)
        {
            // The status is ours to write; a client's is dropped before anyone looks at it.
            if (path.Length == 0 && name == "status")
                continue;
            var at = path.Length == 0 ? name : $"{path}.{name}";
            var problems = content[name] is { } value ? Problems(value, field, at) : Missing(field, at);
            foreach (var problem in problems)
                yield return problem;
        }
    }

    private static IEnumerable<FieldProblem> Missing(SchemaField field, string path) =>
        field.Required ? [FieldProblem.Required(path)] : [];

    private static IEnumerable<FieldProblem> Problems(JsonNode value, SchemaField field, string path) =>
        field.Shape switch
        {
            Shape.Scalar when field.Required && value.Text() is "" => [FieldProblem.Required(path)],
            Shape.Scalar when field.Enum is not [] && value.Text() is { } text && !field.Enum.Contains(text) =>
            [
                FieldProblem.Unsupported(path, text, field.Enum),
            ],
            Shape.Structure(var type) when value is JsonObject content => Problems(content, type, path),
            Shape.Sequence(var item) when value is JsonArray items => Items(items, item, path),
            _ => [],
        };

    private static IEnumerable<FieldProblem> Items(JsonArray items, SchemaField item, string path) =>
        items.SelectMany((value, i) => value is null ? [] : Problems(value, item, $"{path}[{i}]"));
}
