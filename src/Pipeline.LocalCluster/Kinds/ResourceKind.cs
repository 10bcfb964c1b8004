using System.Collections.Immutable;
using Pipeline.LocalCluster.Schemas;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Kinds;

/// <summary>A kind that the API serves, in its one version.</summary>
public sealed record ResourceKind(
    string Group,
    string Version,
    string Plural,
    string Kind,
    params ImmutableArray<string> ShortNames
)
{
    /// <summary>Lies in a namespace; false for cluster-scoped kinds.</summary>
    public bool Namespaced { get; init; } = true;

    /// <summary>Has a status subresource: ordinary writes leave the status alone, and status writes the rest.</summary>
    public bool HasStatus { get; init; }

    /// <summary>Has a scale subresource over <c>spec.replicas</c>.</summary>
    public bool HasScale { get; init; }

    /// <summary>Every change outside of metadata and status raises <c>metadata.generation</c>.</summary>
    public bool CountsGenerations { get; init; }

    /// <summary>Strategic merge patch is for built-in kinds; custom resources know JSON and merge patch only.</summary>
    public bool BuiltIn { get; init; } = true;

    /// <summary>Listed by <c>kubectl get all</c>.</summary>
    public bool InAll { get; init; }

    /// <summary>What field selectors may name besides name and namespace.</summary>
    public ImmutableArray<string> SelectableFields { get; init; } = [];

    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    public string Singular => Kind.ToLowerInvariant();

    public GroupResource Resource => new(Group, Plural);

    /// <summary>The schema of its objects.</summary>
    public StructType Type => SchemaCatalog.Type(Kind);

    public ResourceKey Key(string ns, string name) => Resource.Key(Namespaced ? ns : "", name);
}
