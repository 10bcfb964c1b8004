using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Pipeline.Components.Tests;

/// <summary>What is logged while it exists, as a build prints it; there is one log in a process, so its tests run one after the other.</summary>
internal sealed class CapturedLog : ILogEventSink, IDisposable
{
    private static readonly MessageTemplateTextFormatter Formatter = new("{Message:l}", CultureInfo.InvariantCulture);

    private static readonly AsyncLocal<CapturedLog?> OfThisTest = new();

    private readonly ILogger previous = Log.Logger;
    private readonly List<string> lines = [];

    public CapturedLog()
    {
        OfThisTest.Value = this;
        Log.Logger = new LoggerConfiguration().WriteTo.Sink(this).CreateLogger();
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines)
                return [.. lines];
        }
    }

    public void Emit(LogEvent logEvent)
    {
        // Tests that do not look at the log may run at the same time, and log.
        if (OfThisTest.Value != this)
            return;

        var line = new StringWriter(CultureInfo.InvariantCulture);
        Formatter.Format(logEvent, line);
        lock (lines)
            lines.Add($"{logEvent.Level}: {line}");
    }

    public void Dispose() => Log.Logger = previous;
}
