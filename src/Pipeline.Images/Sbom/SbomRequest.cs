namespace Pipeline.Images.Sbom;

/// <summary>What a bill of materials is made from.</summary>
public sealed record SbomRequest
{
    /// <summary>The output of <c>dotnet publish</c> that is in the image.</summary>
    public required string PublishDirectory { get; init; }

    /// <summary>The program in it, such as <c>UserService</c>.</summary>
    public required string EntryPoint { get; init; }

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
}
