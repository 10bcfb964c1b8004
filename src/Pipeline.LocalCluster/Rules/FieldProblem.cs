using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Rules;

/// <summary>One reason why an object is invalid, in the words of Kubernetes' field errors.</summary>
/// <param name="Path">The field: <c>spec.template.spec.containers[0].image</c>.</param>
/// <param name="Reason">The cause's reason: <c>FieldValueRequired</c>.</param>
/// <param name="Message">The sentence behind the path.</param>
public sealed record FieldProblem(string Path, string Reason, string Message)
{
    public static FieldProblem Required(string path, string detail = "") =>
        new(path, "FieldValueRequired", detail.Length == 0 ? "Required value" : $"Required value: {detail}");

    public static FieldProblem Invalid(string path, JsonNode? value, string detail) =>
        new(path, "FieldValueInvalid", $"Invalid value: {value?.ToJsonString() ?? "null"}: {detail}");

    public static FieldProblem Duplicate(string path, string value) =>
        new(path, "FieldValueDuplicate", $"Duplicate value: \"{value}\"");

    public static FieldProblem Forbidden(string path, string detail) =>
        new(path, "FieldValueForbidden", $"Forbidden: {detail}");

    public static FieldProblem Immutable(string path, JsonNode? value) => Invalid(path, value, "field is immutable");

    public static FieldProblem Unsupported(string path, string value, IEnumerable<string> supported) =>
        new(
            path,
            "FieldValueNotSupported",
            $"Unsupported value: \"{value}\": supported values: {string.Join(", ", supported.Select(v => $"\"{v}\""))}"
        );

    public JsonObject ToCause() =>
        new()
        {
            ["reason"] = Reason,
            ["message"] = Message,
            ["field"] = Path,
        };

    public override string ToString() => $"{Path}: {Message}";
}
