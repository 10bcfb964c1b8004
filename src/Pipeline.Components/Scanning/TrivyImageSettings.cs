using System.Globalization;
using System.Reflection;
using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning;

/// <summary>Scans a container image; used within <see cref="TrivyTasks"/>.</summary>
[Command(Type = typeof(TrivyTasks), Command = nameof(TrivyTasks.TrivyImage), Arguments = "image")]
public class TrivyImageSettings : ToolOptions
{
    /// <summary>An OCI layout directory, or the archive that <c>docker save</c> writes.</summary>
    [Argument(Format = "--input {value}")]
    public string? Input => Get<string?>(() => Input);

    /// <summary>The form of the report; a table if there is none.</summary>
    [Argument(Format = "--format {value}")]
    public TrivyFormat? Format => Get<TrivyFormat?>(() => Format);

    /// <summary>The file of the report; the standard output if there is none.</summary>
    [Argument(Format = "--output {value}")]
    public string? Output => Get<string?>(() => Output);

    /// <summary>The severities that are reported: UNKNOWN, LOW, MEDIUM, HIGH, CRITICAL; all if there are none.</summary>
    [Argument(Format = "--severity {value}", Separator = ",")]
    public IReadOnlyList<string>? Severity => Get<List<string>?>(() => Severity);

    /// <summary>The exit code for findings; not 1, which Trivy itself ends with on every failure. 0 if there is none.</summary>
    [Argument(Format = "--exit-code {value}")]
    public int? ExitCode => Get<int?>(() => ExitCode);

    /// <summary>The limit of the scan's duration; 5 minutes if there is none.</summary>
    [Argument(Format = "--timeout {value}", FormatterMethod = nameof(Seconds))]
    public TimeSpan? Timeout => Get<TimeSpan?>(() => Timeout);

    /// <summary>What is searched for: vuln, misconfig, secret, license; vulnerabilities and secrets if there are none.</summary>
    [Argument(Format = "--scanners {value}", Separator = ",")]
    public IReadOnlyList<string>? Scanners => Get<List<string>?>(() => Scanners);

    /// <summary>Leaves out vulnerabilities without a fix.</summary>
    [Argument(Format = "--ignore-unfixed")]
    public bool? IgnoreUnfixed => Get<bool?>(() => IgnoreUnfixed);

    /// <summary>Does not ask for a newer version of Trivy.</summary>
    [Argument(Format = "--skip-version-check")]
    public bool? SkipVersionCheck => Get<bool?>(() => SkipVersionCheck);

    /// <summary>Sends no usage data.</summary>
    [Argument(Format = "--disable-telemetry")]
    public bool? DisableTelemetry => Get<bool?>(() => DisableTelemetry);

    private static string Seconds(TimeSpan value, PropertyInfo property) =>
        string.Create(CultureInfo.InvariantCulture, $"{value.TotalSeconds:0.###}s");
}
