namespace Pipeline.Images.Sbom;

/// <summary>What a bill of materials is made from.</summary>
public sealed record SbomRequest
{
    /// <summary>The layout that has the image.</summary>
    public required string LayoutDirectory { get; init; }

    /// <summary>The image.</summary>
    public required Digest Image { get; init; }

    /// <summary>The name of the image, such as <c>user-service</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The version of the service.</summary>
    public required string Version { get; init; }

    /// <summary>The time of the commit.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The folder that NuGet keeps packages in, where licences are read from.</summary>
    public required string PackagesDirectory { get; init; }

    /// <summary>The project's <c>packages.lock.json</c>, which must agree with what is in the image; null when there is none.</summary>
    public string? LockFile { get; init; }
}
