using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning.Trivy;

/// <summary>What all scans of Trivy understand.</summary>
public abstract class TrivyScanSettings : TrivySettings
{
    /// <summary>Does not ask for a newer version of Trivy.</summary>
    [Argument(Format = "--skip-version-check")]
    public bool? SkipVersionCheck => Get<bool?>(() => SkipVersionCheck);

    /// <summary>Sends no usage data.</summary>
    [Argument(Format = "--disable-telemetry")]
    public bool? DisableTelemetry => Get<bool?>(() => DisableTelemetry);
}
