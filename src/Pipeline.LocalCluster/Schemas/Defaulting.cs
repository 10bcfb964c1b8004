using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Schemas;

/// <summary>Fills in the defaults that the schema gives, also inside of what it filled in.</summary>
public static class Defaulting
{
    public static void Apply(JsonObject content, StructType type)
    {
        foreach (var (name, field) in type.Fields)
        {
            if (content[name] is null && field.Default is { } value)
                content[name] = value.DeepClone();
            if (content[name] is { } present)
                Descend(present, field.Shape);
        }
    }

    private static void Descend(JsonNode value, Shape shape)
    {
        switch (shape)
        {
            case Shape.Structure(var type) when value is JsonObject content:
                Apply(content, type);
                break;
            case Shape.Sequence({ Shape: Shape.Structure } item) when value is JsonArray items:
                foreach (var element in items)
                    Descend(element!, item.Shape);
                break;
        }
    }
}
