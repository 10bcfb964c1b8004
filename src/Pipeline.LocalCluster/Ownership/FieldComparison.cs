using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Ownership;

/// <summary>The fields in which two versions of an object differ.</summary>
/// <param name="Changed">Fields that are new, or have another value.</param>
/// <param name="Removed">Fields that are gone.</param>
internal sealed record FieldComparison(FieldSet Changed, FieldSet Removed)
{
    public static FieldComparison Of(OwnedValue? old, OwnedValue? now)
    {
        if (old is null)
            return new FieldComparison(now?.Fields() ?? new FieldSet(), new FieldSet());
        if (now is null)
            return new FieldComparison(new FieldSet(), old.Value.Fields());
        var (before, after) = (old.Value.Parts(), now.Value.Parts());
        if (before is null || after is null || after.Count == 0)
            return Whole(old.Value, now.Value, before ?? [], after ?? []);

        var (changed, removed) = (new FieldSet(), new FieldSet());
        foreach (var step in before.Keys.Union(after.Keys))
        {
            OwnedValue? was = before.TryGetValue(step, out var b) ? b : null;
            OwnedValue? becomes = after.TryGetValue(step, out var a) ? a : null;
            var part = Of(was, becomes);
            changed.With(step, was is null ? a.WithItself(step, part.Changed) : part.Changed);
            removed.With(step, becomes is null ? b.WithItself(step, part.Removed) : part.Removed);
        }

        return new FieldComparison(changed, removed);
    }

    private static FieldComparison Whole(
        OwnedValue old,
        OwnedValue now,
        Dictionary<string, OwnedValue> before,
        Dictionary<string, OwnedValue> after
    )
    {
        if (JsonNode.DeepEquals(old.Value, now.Value))
            return new FieldComparison(new FieldSet(), new FieldSet());
        var gone = before.Count > 0 && after.Count == 0 ? old.Fields() : new FieldSet();
        return new FieldComparison(FieldSet.Leaf, gone);
    }
}
