using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules;

internal sealed class ConfigMapRules : KindRules
{
    private const int Limit = 1024 * 1024;

    public override IEnumerable<FieldProblem> Problems(JsonObject content) =>
        Keys(content, "data", "binaryData").Concat(Size(content, "data", "binaryData"));

    public override IEnumerable<FieldProblem> ForbiddenChanges(JsonObject content, JsonObject old) =>
        Frozen(content, old, "data", "binaryData");

    internal static IEnumerable<FieldProblem> Keys(JsonObject content, params string[] fields) =>
        fields.SelectMany(field =>
            content.Map(field).SelectMany(p => NameFormat.ConfigKey.Problems($"{field}[{p.Key}]", p.Key))
        );

    internal static IEnumerable<FieldProblem> Size(JsonObject content, params string[] fields)
    {
        if (fields.Sum(field => content.Map(field).Sum(p => p.Key.Length + p.Value.Length)) > Limit)
            yield return new FieldProblem("data", "FieldValueTooLong", $"Too long: may not be more than {Limit} bytes");
    }

    internal static IEnumerable<FieldProblem> Frozen(JsonObject content, JsonObject old, params string[] fields)
    {
        if (!old.Flag("immutable"))
            yield break;
        const string why = "field is immutable when `immutable` is set";
        if (!content.Flag("immutable"))
            yield return FieldProblem.Forbidden("immutable", why);
        foreach (var field in fields.Where(field => !JsonNode.DeepEquals(content[field], old[field])))
            yield return FieldProblem.Forbidden(field, why);
    }
}
