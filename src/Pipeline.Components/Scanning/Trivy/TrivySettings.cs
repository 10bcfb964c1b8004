using System.Globalization;
using System.Reflection;
using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning.Trivy;

/// <summary>What all commands of Trivy that write a report understand.</summary>
public abstract class TrivySettings : ToolOptions
{
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
    [Argument(Format = "--timeout {value}", FormatterType = typeof(TrivySettings), FormatterMethod = nameof(Seconds))]
    public TimeSpan? Timeout => Get<TimeSpan?>(() => Timeout);

    /// <summary>Findings that are left out; Trivy takes no notice of a file that is missing.</summary>
    [Argument(Format = "--ignorefile {value}")]
    public string? IgnoreFile => Get<string?>(() => IgnoreFile);

    private static string Seconds(TimeSpan value, PropertyInfo property) =>
        string.Create(CultureInfo.InvariantCulture, $"{value.TotalSeconds:0.###}s");
}
