using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Schemas;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Ownership;

/// <summary>A value and what the schema says about owning parts of it.</summary>
internal readonly record struct OwnedValue(JsonNode Value, SchemaField Field)
{
    private static readonly SchemaField Unknown = new("", new Shape.Free());

    /// <summary>The root of an object of <paramref name="type"/>.</summary>
    public static OwnedValue Root(JsonObject content, StructType type) =>
        new(content, new SchemaField("", new Shape.Structure(type)));

    /// <summary>The parts that can have owners of their own, by their step in a <see cref="FieldSet"/>; null if there are none.</summary>
    public Dictionary<string, OwnedValue>? Parts()
    {
        if (Field.Atomic)
            return null;
        return (Field.Shape, Value) switch
        {
            (Shape.Structure({ Atomic: false } type), JsonObject content) => Members(
                content,
                name => type.Fields.GetValueOrDefault(name, Unknown)
            ),
            (Shape.Mapping(var item), JsonObject content) => Members(content, _ => item),
            (Shape.Sequence(var item), JsonArray items) when Field.Set => Items(
                items,
                item,
                value => $"v:{value.ToJsonString()}"
            ),
            (Shape.Sequence({ Shape: Shape.Structure(var type) } item), JsonArray items) when Field.Keys is not [] =>
                KeyedItems(items, item, type),
            _ => null,
        };
    }

    /// <summary>All parts, and parts of parts, as a set.</summary>
    public FieldSet Fields()
    {
        var parts = Parts();
        if (parts is null or { Count: 0 })
            return FieldSet.Leaf;
        var set = new FieldSet();
        foreach (var (step, part) in parts)
            set.With(step, part.WithItself(step, part.Fields()));
        return set;
    }

    /// <summary>An item of a list is owned itself, besides its fields.</summary>
    public FieldSet WithItself(string step, FieldSet fields) =>
        step.StartsWith("k:", StringComparison.Ordinal) ? fields.Union(FieldSet.Leaf) : fields;

    private static Dictionary<string, OwnedValue> Members(JsonObject content, Func<string, SchemaField> field) =>
        content
            .Where(member => member.Value is not null)
            .ToDictionary(member => $"f:{member.Key}", member => new OwnedValue(member.Value!, field(member.Key)));

    private Dictionary<string, OwnedValue> KeyedItems(JsonArray items, SchemaField item, StructType type)
    {
        var keys = Field.Keys;
        return Items(items, item, value => $"k:{Key(value)}");

        string Key(JsonNode value)
        {
            var key = new JsonObject();
            foreach (var name in keys.Order(StringComparer.Ordinal))
                key[name] = (value.At(name) ?? type.Fields[name].Default)?.DeepClone();
            return key.ToJsonString(Compact);
        }
    }

    // Kubernetes tolerates items with equal keys, although server-side apply cannot tell them apart: the last one counts.
    private static Dictionary<string, OwnedValue> Items(JsonArray items, SchemaField item, Func<JsonNode, string> step)
    {
        var parts = new Dictionary<string, OwnedValue>();
        foreach (var value in items.OfType<JsonNode>())
            parts[step(value)] = new OwnedValue(value, item);
        return parts;
    }

    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
