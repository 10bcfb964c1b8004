using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Rules;
using Pipeline.LocalCluster.Schemas;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Ownership;

/// <summary>Keeps <c>metadata.managedFields</c> of an object through updates and server-side applies.</summary>
/// <remarks>https://kubernetes.io/docs/reference/using-api/server-side-apply/</remarks>
internal static class FieldManagers
{
    private static readonly string[] Unowned =
    [
        "f:name",
        "f:generateName",
        "f:namespace",
        "f:uid",
        "f:resourceVersion",
        "f:generation",
        "f:creationTimestamp",
        "f:deletionTimestamp",
        "f:deletionGracePeriodSeconds",
        "f:selfLink",
        "f:managedFields",
    ];

    /// <summary>An ordinary write: who changes a field owns it, and nobody else does.</summary>
    public static void RecordUpdate(
        ResourceKind kind,
        JsonObject content,
        JsonObject? old,
        WriteOptions options,
        DateTimeOffset now
    )
    {
        var before = OwnedValue.Root(old ?? [], kind.Type);
        var difference = FieldComparison.Of(before, OwnedValue.Root(content, kind.Type));
        var changed = Owned(difference.Changed, kind, options.Scope);
        var entries = Entries(old);
        if (!changed.IsEmpty || !difference.Removed.IsEmpty)
        {
            var lost = changed.Union(difference.Removed);
            var writer = Writer(kind, options, ManagedEntry.Update, changed, now);
            var mine = entries.Find(writer.IsSameWriter)?.Fields ?? new FieldSet();
            entries = [.. Others(entries, writer).Select(other => other with { Fields = other.Fields.Except(lost) })];
            entries.Add(writer with { Fields = mine.Except(difference.Removed).Union(changed) });
        }

        Write(content, entries);
    }

    /// <summary>A server-side apply of <paramref name="config"/> to the live object.</summary>
    /// <param name="kind">The object's kind.</param>
    /// <param name="live">The object, or one with nothing but its name if it is to be created.</param>
    /// <param name="config">What the manager wants; fields of the other scope are ignored.</param>
    /// <param name="options">Who applies, and which part of the object.</param>
    /// <param name="force">Take fields over from other managers.</param>
    /// <param name="now">The time of a changed entry.</param>
    /// <exception cref="RefusalException">Fields with other values belong to others, and force is off.</exception>
    public static JsonObject Apply(
        ResourceKind kind,
        JsonObject live,
        JsonObject config,
        WriteOptions options,
        bool force,
        DateTimeOffset now
    )
    {
        var applied = OwnedValue.Root(config, kind.Type);
        var fields = Owned(applied.Fields(), kind, options.Scope);
        var writer = Writer(kind, options, ManagedEntry.Apply, fields, now);
        var entries = Entries(live);
        var previous = entries.Find(writer.IsSameWriter);
        var others = Others(entries, writer).ToList();

        var merged = ApplyMerge.Merge(OwnedValue.Root(live, kind.Type), applied).AsObject();
        // What the server fills in is no difference, although the configuration does not state it.
        Defaulting.Apply(merged, kind.Type);
        KindRules.Of(kind).Default(merged);
        var root = OwnedValue.Root(merged, kind.Type);
        var changed = Owned(FieldComparison.Of(OwnedValue.Root(live, kind.Type), root).Changed, kind, options.Scope);
        if (!force)
            RefuseConflicts(others, changed.Except(LastApplied.Fields(kind, live, options)));
        others = [.. others.Select(other => other with { Fields = other.Fields.Except(changed) })];

        if (previous is not null)
        {
            var kept = others.Aggregate(fields, (all, other) => all.Union(other.Fields));
            FieldRemoval.Remove(root, previous.Fields.Except(fields), kept);
        }

        if (previous is not null && previous.Fields.SetEquals(fields))
            writer = writer with { Time = previous.Time };
        Write(merged, [.. others, writer]);
        return merged;
    }

    private static void RefuseConflicts(List<ManagedEntry> others, FieldSet changed)
    {
        var conflicts = others
            .SelectMany(other => other.Fields.Intersect(changed).Paths().Select(path => (other.Title, path)))
            .ToList();
        if (conflicts.Count > 0)
            throw Refusal.ApplyConflict(conflicts);
    }

    private static ManagedEntry Writer(
        ResourceKind kind,
        WriteOptions options,
        string operation,
        FieldSet fields,
        DateTimeOffset now
    )
    {
        var subresource = options.Scope == WriteScope.Object ? null : options.Scope.ToString().ToLowerInvariant();
        return new ManagedEntry(options.FieldManager, operation, subresource)
        {
            ApiVersion = kind.ApiVersion,
            Time = KubernetesTime.Format(now),
            Fields = fields,
        };
    }

    private static List<ManagedEntry> Entries(JsonObject? content) =>
        [.. content.Items("metadata", "managedFields").Select(ManagedEntry.Parse)];

    private static IEnumerable<ManagedEntry> Others(IEnumerable<ManagedEntry> entries, ManagedEntry writer) =>
        entries.Where(entry => !entry.IsSameWriter(writer));

    // Name, version and the like belong to the object's identity or to the server, not to a manager.
    private static FieldSet Owned(FieldSet fields, ResourceKind kind, WriteScope scope)
    {
        var metadata = fields.Children.GetValueOrDefault("f:metadata", new FieldSet());
        var wanted = fields.Only(step =>
            step is not ("f:apiVersion" or "f:kind" or "f:metadata")
            && (!kind.HasStatus || step == "f:status" == (scope == WriteScope.Status))
        );
        return scope == WriteScope.Status
            ? wanted
            : wanted.With("f:metadata", metadata.Only(step => !Unowned.Contains(step)));
    }

    private static void Write(JsonObject content, IEnumerable<ManagedEntry> entries)
    {
        var owning = entries.Where(entry => !entry.Fields.IsEmpty).Select(entry => (JsonNode)entry.ToJson()).ToArray();
        if (owning.Length == 0)
            content.Within("metadata").Remove("managedFields");
        else
            content.Within("metadata")["managedFields"] = new JsonArray(owning);
    }
}
