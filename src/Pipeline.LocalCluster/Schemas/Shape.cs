namespace Pipeline.LocalCluster.Schemas;

/// <summary>What a value may look like.</summary>
public abstract record Shape
{
    /// <summary>A string, number or boolean of a named format.</summary>
    public sealed record Scalar(ScalarFormat Format) : Shape;

    /// <summary>Any JSON, kept as it is.</summary>
    public sealed record Free : Shape;

    /// <summary>An object with arbitrary names.</summary>
    public sealed record Mapping(SchemaField Value) : Shape;

    /// <summary>An array.</summary>
    public sealed record Sequence(SchemaField Item) : Shape;

    /// <summary>An object with the fields of a type.</summary>
    public sealed record Structure(StructType Type) : Shape;
}
