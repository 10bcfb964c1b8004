namespace Pipeline.LocalCluster.Schemas;

/// <summary>An object type of the API.</summary>
/// <param name="Package">The prefix of its name in OpenAPI documents: <c>io.k8s.api.core.v1</c>.</param>
/// <param name="Name">Its name, unique in the cluster: <c>PodSpec</c>.</param>
/// <param name="Atomic">Server-side apply owns an object of this type as a whole.</param>
public sealed record StructType(string Package, string Name, bool Atomic)
{
    private readonly Dictionary<string, SchemaField> _fields = [];

    /// <summary>The fields in the order of their declaration.</summary>
    public IReadOnlyDictionary<string, SchemaField> Fields => _fields;

    /// <summary>The name in OpenAPI documents.</summary>
    public string FullName => $"{Package}.{Name}";

    internal void Add(SchemaField field) => _fields.Add(field.Name, field);

    public bool Equals(StructType? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
