using Pipeline.Core.Quality;

namespace Pipeline.Components.Hosts.Diagnostics;

/// <summary>A warning or an error of a run.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="At">Where it is; null when it has no place in the sources.</param>
/// <param name="Code">For example <c>CS1002</c>, or the name of a test; null when it has none.</param>
public sealed record Diagnostic(
    DiagnosticSeverity Severity,
    string Message,
    SourceLocation? At = null,
    string? Code = null
);
