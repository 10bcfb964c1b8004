using System.Collections.Immutable;

namespace Pipeline.Images.Docker.Dockerfiles;

/// <summary>How an image's first stage compiles the service.</summary>
/// <param name="SdkImage">Image with the .NET SDK, pinned by digest.</param>
/// <param name="Project">Path of the project in the context.</param>
/// <param name="Version">Version that the assemblies bear.</param>
/// <param name="BuildArguments">Names of the build arguments that the compilation sees as environment variables.</param>
public sealed record SourceBuild(
    string SdkImage,
    string Project,
    string Version,
    ImmutableArray<string> BuildArguments
);
