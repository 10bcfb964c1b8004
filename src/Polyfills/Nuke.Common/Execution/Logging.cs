using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Connects Serilog's static log with the run of the calling code.</summary>
public static class Logging
{
    private static readonly Logger Logger = new LoggerConfiguration()
        .MinimumLevel.Verbose()
        .WriteTo.Sink(new CurrentRunSink())
        .CreateLogger();

    /// <summary>The least severe messages that are printed.</summary>
    public static LogLevel Level
    {
        get => (LogLevel)BuildRun.Current.Verbosity;
        set => BuildRun.Current.Verbosity = (Verbosity)value;
    }

    /// <summary>Makes the engine's log the one that <see cref="Log" /> writes to.</summary>
    public static void Configure(INukeBuild build = null) => Log.Logger = Logger;

    sealed class CurrentRunSink : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => BuildRun.Current.Log.Emit(logEvent);
    }
}
