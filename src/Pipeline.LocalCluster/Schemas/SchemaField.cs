using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Schemas;

/// <summary>A field of a type, or what stands in a list or map: its shape, and how writes of it are merged.</summary>
public sealed record SchemaField(string Name, Shape Shape)
{
    public bool Required { get; init; }

    /// <summary>What the API server fills in; null for nothing.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>The allowed strings; empty for any.</summary>
    public ImmutableArray<string> Enum { get; init; } = [];

    /// <summary>The fields that identify an item of a list (<c>x-kubernetes-list-map-keys</c>); empty if items have no identity.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    /// <summary>The list is a set of scalars (<c>x-kubernetes-list-type: set</c>).</summary>
    public bool Set { get; init; }

    /// <summary>Server-side apply owns the value as a whole.</summary>
    public bool Atomic { get; init; }

    /// <summary>The field by which a strategic merge patch matches items (<c>x-kubernetes-patch-merge-key</c>).</summary>
    public string? PatchKey { get; init; }

    /// <summary>A strategic merge patch merges this list instead of replacing it.</summary>
    public bool PatchMerges { get; init; }

    /// <summary>The field's number in the Protobuf message; two numbers if it lies in an embedded message.</summary>
    public ImmutableArray<int> Protobuf { get; init; } = [];

    /// <summary>In Protobuf, a zero means that the field is not there.</summary>
    public bool ZeroIsAbsent { get; init; }

    /// <summary>A strategic merge patch clears the fields that its <c>$retainKeys</c> does not list.</summary>
    public bool RetainKeys { get; init; }
}
