using Pipeline.Components.Secrets;
using Pipeline.Core.Quality;
using Serilog;
using Serilog.Events;

namespace Pipeline.Components.Hosts.Diagnostics;

/// <summary>Diagnostics among the log events of a run.</summary>
internal static class LoggedDiagnostic
{
    private const string File = "SourceFile";
    private const string Line = "SourceLine";

    /// <summary>A log whose events are about a place in the sources.</summary>
    public static ILogger At(SourceLocation? location) =>
        location is null ? Log.Logger : Log.ForContext(File, location.File).ForContext(Line, location.Line);

    /// <summary>The diagnostic that an event is; null for what is no warning or error.</summary>
    public static Diagnostic? Of(LogEvent logEvent)
    {
        if (logEvent.Level < LogEventLevel.Warning)
            return null;

        var text = LogText.Of(logEvent);
        var severity = logEvent.Level == LogEventLevel.Warning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
        return LocationOf(logEvent) is { } location
            ? new Diagnostic(severity, text, location)
            : CompilerMessage.Parse(text) ?? new Diagnostic(severity, text);
    }

    private static SourceLocation? LocationOf(LogEvent logEvent) =>
        Value(logEvent, File) is string file ? new SourceLocation(file, Value(logEvent, Line) as int?) : null;

    private static object? Value(LogEvent logEvent, string name) =>
        logEvent.Properties.TryGetValue(name, out var property) && property is ScalarValue scalar ? scalar.Value : null;
}
