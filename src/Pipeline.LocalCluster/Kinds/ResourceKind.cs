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
    KindTraits Traits,
    params ImmutableArray<string> ShortNames
)
{
    public bool Namespaced => !Traits.HasFlag(KindTraits.ClusterScoped);

    public bool HasStatus => Traits.HasFlag(KindTraits.Status);

    public bool HasScale => Traits.HasFlag(KindTraits.Scale);

    public bool CountsGenerations => Traits.HasFlag(KindTraits.Generations);

    public bool InAll => Traits.HasFlag(KindTraits.InAll);

    public bool BuiltIn => !Traits.HasFlag(KindTraits.Custom);

    public bool ReturnsDeleted => Traits.HasFlag(KindTraits.ReturnsDeleted);

    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    public string Singular => Kind.ToLowerInvariant();

    public GroupResource Resource => new(Group, Plural);

    /// <summary>The schema of its objects.</summary>
    public StructType Type => SchemaCatalog.Type(Kind);

    public ResourceKey Key(string ns, string name) => Resource.Key(Namespaced ? ns : "", name);
}
