using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning.Trivy;

/// <summary>What Trivy's scans of images and of folders understand.</summary>
public abstract class TrivyArtifactSettings : TrivyScanSettings
{
    /// <summary>What is searched for: vuln, misconfig, secret, license; vulnerabilities and secrets if there are none.</summary>
    [Argument(Format = "--scanners {value}", Separator = ",")]
    public IReadOnlyList<string>? Scanners => Get<List<string>?>(() => Scanners);

    /// <summary>Leaves out vulnerabilities without a fix.</summary>
    [Argument(Format = "--ignore-unfixed")]
    public bool? IgnoreUnfixed => Get<bool?>(() => IgnoreUnfixed);

    /// <summary>A VEX document that says which vulnerabilities do not matter here: a file, <c>repo</c> or <c>oci</c>.</summary>
    [Argument(Format = "--vex {value}")]
    public string? Vex => Get<string?>(() => Vex);

    /// <summary>Reports what was left out as well, as modified findings.</summary>
    [Argument(Format = "--show-suppressed")]
    public bool? ShowSuppressed => Get<bool?>(() => ShowSuppressed);
}
