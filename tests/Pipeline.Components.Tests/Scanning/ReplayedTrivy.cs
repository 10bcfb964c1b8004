using Nuke.Common.IO;

namespace Pipeline.Components.Tests.Scanning;

/// <summary>An executable in a folder of its own that replays what Trivy would have written and ended with.</summary>
internal sealed class ReplayedTrivy : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ReplayedTrivy(
        string? report,
        int exitCode = 0,
        string version = "0.70.0",
        string database = "2026-11-21T00:00:00.123456789Z"
    )
    {
        Executable = (AbsolutePath)folder.Path / "trivy";
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Scanning", "trivy-replay.sh"), Executable);
        folder.Write(
            "version.json",
            $$"""{ "Version": "{{version}}", "VulnerabilityDB": { "Version": 2, "UpdatedAt": "{{database}}" } }"""
        );
        folder.Write("exit-code", $"{exitCode}");
        if (report is not null)
            folder.Write("report.json", report);
    }

    public AbsolutePath Executable { get; }

    public AbsolutePath Folder => Executable.Parent;

    /// <summary>Makes the next command fail as it does when a registry limits its rate.</summary>
    public void LimitRate() => folder.Write("rate-limited", "");

    /// <summary>The arguments of the last run of a command, or null if there was none.</summary>
    public IReadOnlyList<string>? ArgumentsOf(string command) =>
        (Folder / $"arguments-{command}").ExistingFile()?.ReadAllLines();

    /// <summary>The arguments of the last command, or null if there was none.</summary>
    public IReadOnlyList<string>? Arguments => (Folder / "arguments").ExistingFile()?.ReadAllLines();

    public IReadOnlyList<string> VersionArguments => (Folder / "version-arguments").ReadAllLines();

    /// <summary>The names of the variables that the scan saw.</summary>
    public IEnumerable<string> Variables =>
        (Folder / "environment").ReadAllLines().Select(line => line[..Math.Max(line.IndexOf('='), 0)]);

    public void Dispose() => folder.Dispose();
}
