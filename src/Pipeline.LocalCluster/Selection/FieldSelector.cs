using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Selection;

/// <summary>Requirements on the few fields that a kind declares as selectable.</summary>
public sealed record FieldSelector(ImmutableArray<FieldSelector.Requirement> Requirements)
{
    public static readonly FieldSelector Everything = new([]);

    /// <summary>One field that must, or must not, have a value.</summary>
    public sealed record Requirement(string Field, string Value, bool Equal);

    /// <summary>Reads the query parameter <c>fieldSelector</c>: <c>metadata.name=a,status.phase!=Running</c>.</summary>
    /// <exception cref="FormatException">A part is not understood, or names a field that cannot be selected.</exception>
    public static FieldSelector Parse(string text, ResourceKind kind) =>
        new([
            .. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(part => Part(part, kind)),
        ]);

    /// <summary>Whether an object is selected.</summary>
    public bool Selects(JsonObject content) =>
        Requirements.All(requirement => (Value(content, requirement.Field) == requirement.Value) == requirement.Equal);

    private static Requirement Part(string part, ResourceKind kind)
    {
        var equal = !part.Contains("!=", StringComparison.Ordinal);
        if (part.Split(equal ? (part.Contains("==") ? "==" : "=") : "!=", 2) is not [var field, var value])
            throw new FormatException($"invalid field selector \"{part}\": expected field=value or field!=value");
        if (!SelectableFields.Of(kind).Contains(field))
            throw new FormatException($"field label not supported: {field}");
        return new Requirement(field, value, equal);
    }

    private static string Value(JsonObject content, string field)
    {
        // Kubernetes selects events by a field "source" that is an object in them.
        var path = field == "source" ? ["source", "component"] : field.Split('.');
        return content.At(path)?.ToString() ?? "";
    }
}
