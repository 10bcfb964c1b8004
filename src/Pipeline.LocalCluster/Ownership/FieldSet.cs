using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Ownership;

/// <summary>
/// A set of fields of an object, as a tree whose steps are written as in <c>fieldsV1</c>: <c>f:name</c> for a field,
/// <c>k:{"name":"app"}</c> for an item of a list with keys, <c>v:"x"</c> for a member of a set.
/// </summary>
internal sealed class FieldSet
{
    private const string Self = ".";

    private readonly SortedDictionary<string, FieldSet> _children = new(StringComparer.Ordinal);

    /// <summary>A set of just the place where it stands in the tree.</summary>
    public static FieldSet Leaf => new() { IsMember = true };

    /// <summary>The place itself belongs to the set, not only places below it.</summary>
    public bool IsMember { get; init; }

    public IReadOnlyDictionary<string, FieldSet> Children => _children;

    public bool IsEmpty => !IsMember && _children.Count == 0;

    public static FieldSet Parse(JsonObject? fields)
    {
        if (fields is null or { Count: 0 })
            return fields is null ? new FieldSet() : Leaf;
        var set = new FieldSet { IsMember = fields.ContainsKey(Self) };
        foreach (var (step, below) in fields.Where(p => p.Key != Self))
            set._children[step] = Parse(below as JsonObject ?? []);
        return set;
    }

    public JsonObject ToJson()
    {
        var fields = new JsonObject();
        if (IsMember && _children.Count > 0)
            fields[Self] = new JsonObject();
        foreach (var (step, below) in _children)
            fields[step] = below.ToJson();
        return fields;
    }

    /// <summary>The same set with <paramref name="below"/> under a step; an empty one is left out.</summary>
    public FieldSet With(string step, FieldSet below)
    {
        if (!below.IsEmpty)
            _children[step] = below;
        return this;
    }

    public FieldSet Union(FieldSet other) =>
        Combine(other, (mine, theirs) => mine || theirs, (mine, theirs) => mine.Union(theirs));

    public FieldSet Except(FieldSet other) =>
        Combine(other, (mine, theirs) => mine && !theirs, (mine, theirs) => mine.Except(theirs));

    public FieldSet Intersect(FieldSet other) =>
        Combine(other, (mine, theirs) => mine && theirs, (mine, theirs) => mine.Intersect(theirs));

    /// <summary>Only what is below a step of the root, or everything but that.</summary>
    public FieldSet Only(Func<string, bool> step)
    {
        var result = new FieldSet { IsMember = IsMember };
        foreach (var (name, below) in _children.Where(child => step(child.Key)))
            result._children[name] = below;
        return result;
    }

    public bool SetEquals(FieldSet other) =>
        IsMember == other.IsMember
        && _children.Count == other._children.Count
        && _children.All(child => other._children.TryGetValue(child.Key, out var same) && child.Value.SetEquals(same));

    /// <summary>The members for people: <c>.spec.containers[name="app"].image</c>.</summary>
    public IEnumerable<string> Paths(string prefix = "")
    {
        if (IsMember)
            yield return prefix;
        foreach (var (step, below) in _children)
        {
            foreach (var path in below.Paths(prefix + Readable(step)))
                yield return path;
        }
    }

    private FieldSet Combine(FieldSet other, Func<bool, bool, bool> member, Func<FieldSet, FieldSet, FieldSet> child)
    {
        var none = new FieldSet();
        var result = new FieldSet { IsMember = member(IsMember, other.IsMember) };
        foreach (var step in _children.Keys.Union(other._children.Keys))
            result.With(
                step,
                child(_children.GetValueOrDefault(step, none), other._children.GetValueOrDefault(step, none))
            );
        return result;
    }

    private static string Readable(string step) =>
        step[..2] switch
        {
            "f:" => $".{step[2..]}",
            "v:" => $"[={step[2..]}]",
            _ =>
                $"[{string.Join(',', JsonNode.Parse(step[2..])!.AsObject().Select(p => $"{p.Key}={p.Value?.ToJsonString()}"))}]",
        };
}
