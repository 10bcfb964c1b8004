namespace Pipeline.Core.Workflows.Jobs;

/// <summary>What a permission is about.</summary>
public enum PermissionScope
{
    /// <summary>The sources, tags and releases.</summary>
    Contents,

    /// <summary>Tokens that prove to others which job asks.</summary>
    IdToken,

    /// <summary>Statements about what was built.</summary>
    Attestations,
}
