using System.Collections.Immutable;

namespace Pipeline.Images.Building;

/// <summary>What an image's layers are called, by how seldom they change.</summary>
public static class LayerName
{
    /// <summary>A layer of the base image.</summary>
    public const string Base = "base";

    /// <summary>The .NET runtime.</summary>
    public const string Runtime = "runtime";

    /// <summary>Assemblies of NuGet packages.</summary>
    public const string Packages = "packages";

    /// <summary>The service's own assemblies and settings.</summary>
    public const string Application = "application";

    internal static ImmutableArray<string> LowestFirst { get; } = [Runtime, Packages, Application];
}
