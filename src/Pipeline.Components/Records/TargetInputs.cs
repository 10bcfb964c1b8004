using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Pipeline.Components.Records;

/// <summary>What the result of a target depends on, and what it leaves behind; paths are relative to the repository root.</summary>
public sealed record TargetInputs
{
    /// <summary>Files at the root that change what every compilation does.</summary>
    private static readonly ImmutableArray<string> BuildFiles =
    [
        "Directory.Build.props",
        "Directory.Build.targets",
        "Directory.Packages.props",
        "Pipeline.sln",
        "global.json",
        ".editorconfig",
    ];

    /// <summary>Files and folders.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Settings, versions and other values.</summary>
    public ImmutableArray<string> Parameters { get; init; } = [];

    /// <summary>What must still be there for the result to be reused.</summary>
    public ImmutableArray<string> Products { get; init; } = [];

    /// <summary>Projects, versions and lock files: what a restore depends on.</summary>
    public static TargetInputs Projects(string root) =>
        new() { Paths = [.. BuildFiles, .. FilesNamed(root, "*.csproj"), .. FilesNamed(root, "packages.lock.json")] };

    /// <summary>The sources of the whole solution.</summary>
    public static TargetInputs Solution { get; } = new() { Paths = [.. BuildFiles, "build", "src", "tests"] };

    /// <summary>The given folders together with the files that change what every compilation does.</summary>
    public static TargetInputs Of(params ReadOnlySpan<string> folders) => new() { Paths = [.. BuildFiles, .. folders] };

    /// <summary>The hash of all of it, the SDK and the runtime included.</summary>
    public InputHash Hash(string root) =>
        InputHash.Of(root, Paths, [.. Parameters, RuntimeInformation.FrameworkDescription, .. Sdks()]);

    // The SDKs beside the runtime of this process; asking 'dotnet --version' would take longer than the rest.
    private static IEnumerable<string> Sdks()
    {
        var sdks = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../sdk"));
        return Directory.Exists(sdks) ? Directory.GetDirectories(sdks).Order(StringComparer.Ordinal) : [];
    }

    private static IEnumerable<string> FilesNamed(string root, string pattern) =>
        new[] { "build", "src", "tests" }
            .SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(root, folder), pattern, SearchOption.AllDirectories)
            )
            .Select(file => Path.GetRelativePath(root, file));
}
