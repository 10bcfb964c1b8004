using Nuke.Common.IO;

namespace Pipeline.Components.Scanning;

/// <summary>What is scanned, and where the reports go.</summary>
public sealed record ScanRequest
{
    /// <summary>The image as an OCI layout; it must be the only one in there, since Trivy scans the first.</summary>
    public required AbsolutePath Layout { get; init; }

    /// <summary>The folder of the reports.</summary>
    public required AbsolutePath Reports { get; init; }

    /// <summary>Folders of manifests and the like; those that do not exist are left out.</summary>
    public IReadOnlyList<AbsolutePath> Configurations { get; init; } = [];

    /// <summary>A folder with the sources that are searched for secrets; null for none.</summary>
    public AbsolutePath? Sources { get; init; }

    /// <summary>A VEX document that says which vulnerabilities do not matter; null for none.</summary>
    public AbsolutePath? Vex { get; init; }

    /// <summary>How long each scan may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How old the database of vulnerabilities may be.</summary>
    public TimeSpan MaximumDatabaseAge { get; init; } = TimeSpan.FromDays(2);

    /// <summary>How long to wait before a registry that limits its rate is asked again.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(10);
}
