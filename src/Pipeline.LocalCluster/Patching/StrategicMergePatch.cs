using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Schemas;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Patching;

/// <summary>
/// Strategic merge patch: a merge patch that merges lists by the keys of the schema, with the directives <c>$patch</c>,
/// <c>$retainKeys</c>, <c>$setElementOrder</c> and <c>$deleteFromPrimitiveList</c>.
/// </summary>
public static class StrategicMergePatch
{
    internal const string Directive = "$patch";
    internal const string SetElementOrder = "$setElementOrder/";
    internal const string DeleteFromPrimitiveList = "$deleteFromPrimitiveList/";
    private const string RetainKeys = "$retainKeys";
    private static readonly SchemaField Unknown = new("", new Shape.Free());

    /// <summary>The patched object; <paramref name="target"/> is changed.</summary>
    /// <exception cref="PatchException">A directive or an item is not understood.</exception>
    public static JsonObject Apply(JsonObject target, JsonObject patch, StructType type) =>
        Merge(target, patch, new Shape.Structure(type));

    internal static JsonObject Merge(JsonObject target, JsonObject patch, Shape shape)
    {
        switch (patch.Text(Directive))
        {
            case "replace":
                return WithoutDirectives(patch);
            case "delete":
                return [];
            case null or "merge":
                break;
            case var unknown:
                throw new PatchException($"unknown {Directive}: {unknown}");
        }

        if (patch[RetainKeys] is JsonArray)
            Retain(target, [.. patch.Texts(RetainKeys)]);
        foreach (var (name, value) in patch.Where(member => !member.Key.StartsWith('$')))
            MergeMember(target, name, value, FieldOf(shape, name), patch);
        foreach (var (name, _) in patch.Where(member => IsListDirective(member.Key)))
            MergeListOnly(target, name[(name.IndexOf('/') + 1)..], shape, patch);
        return target;
    }

    /// <summary>A value as it is stored if there was nothing to merge it with.</summary>
    internal static JsonNode? Plain(JsonNode? value) =>
        value switch
        {
            JsonObject content => WithoutDirectives(content),
            JsonArray items => new JsonArray([.. items.Where(item => item.Text(Directive) is null).Select(Plain)]),
            _ => value?.DeepClone(),
        };

    private static void MergeMember(
        JsonObject target,
        string name,
        JsonNode? value,
        SchemaField field,
        JsonObject patch
    )
    {
        switch (value, target[name])
        {
            case (null, _):
                target.Remove(name);
                break;
            case (JsonObject nested, JsonObject present):
                target[name] = Merge(present.DeepClone().AsObject(), nested, field.Shape);
                break;
            case (JsonArray items, JsonArray present) when field.PatchMerges:
                target[name] = StrategicListMerge.Merge(present, items, field, patch);
                break;
            default:
                target[name] = Plain(value);
                break;
        }
    }

    // A patch may reorder a list, or delete from it, without stating any item.
    private static void MergeListOnly(JsonObject target, string name, Shape shape, JsonObject patch)
    {
        if (!patch.ContainsKey(name) && target[name] is JsonArray present)
            target[name] = StrategicListMerge.Merge(present, [], FieldOf(shape, name), patch);
    }

    private static bool IsListDirective(string name) =>
        name.StartsWith(SetElementOrder, StringComparison.Ordinal)
        || name.StartsWith(DeleteFromPrimitiveList, StringComparison.Ordinal);

    private static SchemaField FieldOf(Shape shape, string name) =>
        shape switch
        {
            Shape.Structure(var type) => type.Fields.GetValueOrDefault(name, Unknown),
            Shape.Mapping(var item) => item,
            _ => Unknown,
        };

    private static void Retain(JsonObject target, HashSet<string> names)
    {
        foreach (var name in target.Select(member => member.Key).Where(name => !names.Contains(name)).ToList())
            target.Remove(name);
    }

    private static JsonObject WithoutDirectives(JsonObject content)
    {
        var plain = new JsonObject();
        foreach (var (name, value) in content)
        {
            if (!name.StartsWith('$') && value is not null)
                plain[name] = Plain(value);
        }

        return plain;
    }
}
