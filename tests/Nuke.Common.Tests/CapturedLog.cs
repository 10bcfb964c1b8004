using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace NukeCommon.Tests;

/// <summary>Takes the place of the program's log until it is disposed.</summary>
public sealed class CapturedLog : ILogEventSink, IDisposable
{
    private readonly ILogger previous = Log.Logger;
    private readonly List<string> lines = [];

    public CapturedLog() =>
        Log.Logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(this).CreateLogger();

    /// <summary>The messages with their levels, such as <c>Debug: text</c>.</summary>
    public IReadOnlyList<string> Lines => lines;

    public void Emit(LogEvent logEvent)
    {
        lock (lines)
            lines.Add($"{logEvent.Level}: {logEvent.RenderMessage()}");
    }

    public void Dispose() => Log.Logger = previous;
}
