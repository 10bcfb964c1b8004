namespace Pipeline.Components.Hosts.Diagnostics;

/// <summary>How bad a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    Warning,
    Error,
}
