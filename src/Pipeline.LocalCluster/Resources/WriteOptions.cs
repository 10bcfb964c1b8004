namespace Pipeline.LocalCluster.Resources;

/// <summary>How a write is to be done: the query parameters that all writes have.</summary>
public sealed record WriteOptions(string FieldManager)
{
    /// <summary>Everything but the write itself.</summary>
    public bool DryRun { get; init; }

    public FieldValidation FieldValidation { get; init; } = FieldValidation.Warn;

    /// <summary>Which part of the object the write is about; the rest stays as it is.</summary>
    public WriteScope Scope { get; init; } = WriteScope.Object;

    /// <summary>The change is a server-side apply, which keeps the books of field managers itself.</summary>
    public bool Applies { get; init; }
}
