using Nuke.Common.IO;

namespace Pipeline.Components.Tests.Scanning;

/// <summary>An executable in a folder of its own that replays what Trivy would have written and ended with.</summary>
internal sealed class ReplayedTrivy : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ReplayedTrivy(string? report, int exitCode = 0, string version = "0.70.0")
    {
        Executable = (AbsolutePath)folder.Path / "trivy";
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Scanning", "trivy-replay.sh"), Executable);
        folder.Write("version.json", $$"""{ "Version": "{{version}}" }""");
        folder.Write("exit-code", $"{exitCode}");
        if (report is not null)
            folder.Write("report.json", report);
    }

    public AbsolutePath Executable { get; }

    public AbsolutePath Folder => Executable.Parent;

    /// <summary>The arguments of the scan, or null if there was none.</summary>
    public IReadOnlyList<string>? Arguments => (Folder / "arguments").ExistingFile()?.ReadAllLines();

    public IReadOnlyList<string> VersionArguments => (Folder / "version-arguments").ReadAllLines();

    /// <summary>The names of the variables that the scan saw.</summary>
    public IEnumerable<string> Variables =>
        (Folder / "environment").ReadAllLines().Select(line => line[..Math.Max(line.IndexOf('='), 0)]);

    public void Dispose() => folder.Dispose();
}
