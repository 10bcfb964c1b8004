using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Schemas;

namespace Pipeline.LocalCluster.Api.Documents;

/// <summary>Writes types as OpenAPI schemas, with the extensions by which kubectl merges.</summary>
internal sealed class OpenApiSchema(string referencePrefix)
{
    private readonly SortedDictionary<string, JsonNode?> _definitions = new(StringComparer.Ordinal);

    /// <summary>All types that were added, and those that they refer to, by their full name.</summary>
    public JsonObject Definitions() => new(_definitions);

    /// <summary>Adds the type of a kind.</summary>
    public void Add(ResourceKind kind)
    {
        Add(kind.Type);
        var definition = _definitions[kind.Type.FullName]!.AsObject();
        var properties = definition["properties"]!.AsObject();
        properties["apiVersion"] = Typed("string");
        properties["kind"] = Typed("string");
        definition["x-kubernetes-group-version-kind"] = new JsonArray(GroupVersionKind(kind));
    }

    public static JsonObject GroupVersionKind(ResourceKind kind) =>
        new()
        {
            ["group"] = kind.Group,
            ["kind"] = kind.Kind,
            ["version"] = kind.Version,
        };

    private void Add(StructType type)
    {
        if (_definitions.ContainsKey(type.FullName))
            return;
        var properties = new JsonObject();
        var definition = new JsonObject { ["type"] = "object", ["properties"] = properties };
        // Entered before its fields are, because types may refer to themselves.
        _definitions[type.FullName] = definition;
        foreach (var (name, field) in type.Fields)
            properties[name] = Property(field);
        var required = type.Fields.Values.Where(field => field.Required).Select(field => field.Name).ToArray();
        if (required.Length > 0)
            definition["required"] = new JsonArray([.. required]);
        if (type.Atomic)
            definition["x-kubernetes-map-type"] = "atomic";
    }

    private JsonObject Property(SchemaField field)
    {
        var property = Of(field.Shape);
        var extensions = Extensions(field);
        // Siblings of a reference are ignored by OpenAPI readers, so it is wrapped.
        if (extensions.Count > 0 && property.ContainsKey("$ref"))
            property = new JsonObject { ["allOf"] = new JsonArray(property) };
        foreach (var (name, value) in extensions)
            property[name] = value?.DeepClone();
        return property;
    }

    private JsonObject Of(Shape shape)
    {
        switch (shape)
        {
            case Shape.Scalar(var format):
                return Scalar(format);
            case Shape.Mapping(var item):
                return new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(item.Shape) };
            case Shape.Sequence(var item):
                return new JsonObject { ["type"] = "array", ["items"] = Of(item.Shape) };
            case Shape.Structure(var type):
                Add(type);
                return new JsonObject { ["$ref"] = referencePrefix + type.FullName };
            default:
                return new JsonObject { ["x-kubernetes-preserve-unknown-fields"] = true };
        }
    }

    private static JsonObject Extensions(SchemaField field)
    {
        var extensions = new JsonObject();
        if (field.Default is not null)
            extensions["default"] = field.Default.DeepClone();
        if (field.Enum is not [])
            extensions["enum"] = new JsonArray([.. field.Enum]);
        if (field.Shape is Shape.Sequence)
            extensions["x-kubernetes-list-type"] =
                field.Keys is not [] ? "map"
                : field.Set ? "set"
                : "atomic";
        if (field.Keys is not [])
            extensions["x-kubernetes-list-map-keys"] = new JsonArray([.. field.Keys]);
        if (field.Atomic)
            extensions["x-kubernetes-map-type"] = "atomic";
        if (field.PatchKey is not null)
            extensions["x-kubernetes-patch-merge-key"] = field.PatchKey;
        if (PatchStrategy(field) is { } strategy)
            extensions["x-kubernetes-patch-strategy"] = strategy;
        return extensions;
    }

    private static string? PatchStrategy(SchemaField field) =>
        (field.PatchMerges, field.RetainKeys) switch
        {
            (true, true) => "merge,retainKeys",
            (true, false) => "merge",
            (false, true) => "retainKeys",
            _ => null,
        };

    private static JsonObject Scalar(ScalarFormat format) =>
        format switch
        {
            ScalarFormat.Bool => Typed("boolean"),
            ScalarFormat.Int32 => Typed("integer", "int32"),
            ScalarFormat.Int64 => Typed("integer", "int64"),
            ScalarFormat.Number => Typed("number", "double"),
            ScalarFormat.IntOrString => Typed("string", "int-or-string"),
            ScalarFormat.Time or ScalarFormat.MicroTime => Typed("string", "date-time"),
            ScalarFormat.Base64 => Typed("string", "byte"),
            _ => Typed("string"),
        };

    private static JsonObject Typed(string type, string? format = null)
    {
        var schema = new JsonObject { ["type"] = type };
        if (format is not null)
            schema["format"] = format;
        return schema;
    }
}
