using System.Collections.Immutable;

namespace Pipeline.Core.Evidence.Provenance;

/// <summary>What was to be built: everything that determines the image.</summary>
public sealed record BuildDefinition
{
    /// <summary>How to read the parameters: an image that this pipeline builds from a .NET project.</summary>
    public const string DotNetImage = "https://pipeline.build/buildtypes/dotnet-image/v1";

    /// <summary>How to read the parameters, a URI.</summary>
    public required string BuildType { get; init; }

    /// <summary>What a person decided: project, version.</summary>
    public required ImmutableSortedDictionary<string, string> ExternalParameters { get; init; }

    /// <summary>What the builder decided: SDK, runtime identifier.</summary>
    public ImmutableSortedDictionary<string, string> InternalParameters { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What went in: the commit, the base image.</summary>
    public required ImmutableArray<BuildMaterial> ResolvedDependencies { get; init; }
}
