using System.Collections.Immutable;

namespace Pipeline.Images.Building;

/// <summary>One entry of a dependency file (<c>*.deps.json</c>): a project, a package or a part of the runtime.</summary>
/// <param name="Id">Name and version as the file writes them, such as <c>Serilog/3.1.1</c>.</param>
/// <param name="Layer">The layer that its files belong to.</param>
/// <param name="Sha512">The hash of the package's file in lower-case hexadecimal, where the file has it.</param>
/// <param name="Files">Its files, as they are named in the output of <c>dotnet publish</c>.</param>
/// <param name="Dependencies">What it needs: ids of other libraries in the file.</param>
public sealed record DependencyLibrary(
    string Id,
    string Layer,
    string? Sha512,
    ImmutableArray<string> Files,
    ImmutableArray<string> Dependencies
)
{
    const string RuntimePackPrefix = "runtimepack.";

    /// <summary>The name of the project or package.</summary>
    public string Name =>
        Id[..Id.LastIndexOf('/')] is var name && name.StartsWith(RuntimePackPrefix, StringComparison.Ordinal)
            ? name[RuntimePackPrefix.Length..]
            : Id[..Id.LastIndexOf('/')];

    /// <summary>The version of the project or package.</summary>
    public string Version => Id[(Id.LastIndexOf('/') + 1)..];
}
