namespace Pipeline.LocalCluster.Resources;

/// <summary>What becomes of fields that the kind does not have.</summary>
public enum FieldValidation
{
    /// <summary>They are dropped.</summary>
    Ignore,

    /// <summary>They are dropped, and the client is warned.</summary>
    Warn,

    /// <summary>The write is refused.</summary>
    Strict,
}
