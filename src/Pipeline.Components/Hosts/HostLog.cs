using Pipeline.Components.Hosts.Diagnostics;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Pipeline.Components.Hosts;

/// <summary>Shows warnings and errors that have a place in the sources as annotations; all other events go on to the log.</summary>
internal sealed class HostLog(HostReport report, string root, ILogger next) : ILogEventSink
{
    /// <inheritdoc/>
    public void Emit(LogEvent logEvent)
    {
        if (LoggedDiagnostic.Of(logEvent) is { } diagnostic)
        {
            var isShown = report.Annotate(diagnostic with { At = diagnostic.At?.Below(root) });
            if (isShown)
                return;
        }

        next.Write(logEvent);
    }
}
