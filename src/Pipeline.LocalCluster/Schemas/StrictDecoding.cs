using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Schemas;

/// <summary>
/// What decoding into the type finds: fields that the type does not have, and values of another shape. The object is
/// left with neither unknown fields nor nulls.
/// </summary>
public sealed class StrictDecoding
{
    private readonly List<string> _unknown = [];
    private readonly List<string> _mistyped = [];

    private StrictDecoding() { }

    /// <summary>One sentence per field that does not exist: <c>unknown field "spec.foo"</c>.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    /// <summary>One sentence per value of a wrong shape: <c>spec.replicas: expected int32, found string "x"</c>.</summary>
    public IReadOnlyList<string> Mistyped => _mistyped;

    public static StrictDecoding Check(JsonObject content, StructType type)
    {
        var decoding = new StrictDecoding();
        decoding.Structure(content, type, "");
        return decoding;
    }

    private void Structure(JsonObject content, StructType type, string path)
    {
        foreach (var (name, value) in content.ToList())
        {
            var at = path.Length == 0 ? name : $"{path}.{name}";
            if (path.Length == 0 && name is "apiVersion" or "kind")
                continue;
            if (!type.Fields.TryGetValue(name, out var field))
            {
                _unknown.Add($"unknown field \"{at}\"");
                content.Remove(name);
            }
            else if (value is null)
                content.Remove(name);
            else
                Value(value, field.Shape, at);
        }
    }

    private void Value(JsonNode value, Shape shape, string path)
    {
        switch (shape)
        {
            case Shape.Scalar(var format) when !ScalarCheck.Fits(value, format):
                Mistype(path, $"{char.ToLowerInvariant($"{format}"[0])}{$"{format}"[1..]}", value);
                break;
            case Shape.Structure(var type) when value is JsonObject content:
                Structure(content, type, path);
                break;
            case Shape.Mapping(var item) when value is JsonObject content:
                foreach (var (name, member) in content)
                    Member(member, item.Shape, $"{path}.{name}");
                break;
            case Shape.Sequence(var item) when value is JsonArray items:
                for (var i = 0; i < items.Count; i++)
                    Member(items[i], item.Shape, $"{path}[{i}]");
                break;
            case Shape.Structure or Shape.Mapping:
                Mistype(path, "object", value);
                break;
            case Shape.Sequence:
                Mistype(path, "array", value);
                break;
        }
    }

    private void Member(JsonNode? member, Shape shape, string path)
    {
        if (member is not null)
            Value(member, shape, path);
        else if (shape is not Shape.Free)
            _mistyped.Add($"{path}: null is not allowed in a list or map");
    }

    private void Mistype(string path, string expected, JsonNode found)
    {
        var kind = found.GetValueKind() switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.String => $"string {found.ToJsonString()}",
            _ => found.ToJsonString(),
        };
        _mistyped.Add($"{path}: expected {expected}, found {kind}");
    }
}
