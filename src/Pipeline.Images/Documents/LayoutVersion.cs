namespace Pipeline.Images.Documents;

/// <summary>The content of the file <c>oci-layout</c>.</summary>
public sealed record LayoutVersion
{
    /// <summary>The only version that there is.</summary>
    public const string Current = "1.0.0";

    /// <summary>The version of the layout.</summary>
    public required string ImageLayoutVersion { get; init; }
}
