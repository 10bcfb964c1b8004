namespace Pipeline.LocalCluster.Schemas;

/// <summary>All types that the cluster knows, from the <c>.schema</c> files in this folder.</summary>
public static class SchemaCatalog
{
    private static readonly Lazy<IReadOnlyDictionary<string, StructType>> Loaded = new(Load);

    /// <summary>The type of that name.</summary>
    public static StructType Type(string name) =>
        Loaded.Value.TryGetValue(name, out var type)
            ? type
            : throw new InvalidDataException($"no .schema file declares a type {name}");

    private static IReadOnlyDictionary<string, StructType> Load()
    {
        var assembly = typeof(SchemaCatalog).Assembly;
        var parser = new SchemaParser();
        foreach (
            var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".schema", StringComparison.Ordinal))
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            parser.Read(reader);
        }

        return parser.Resolve();
    }
}
