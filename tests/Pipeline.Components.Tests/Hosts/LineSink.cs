using Pipeline.Components.Secrets;
using Serilog.Core;
using Serilog.Events;

namespace Pipeline.Components.Tests.Hosts;

/// <summary>Writes log events as an engine would: a line with its level.</summary>
internal sealed class LineSink(TextWriter output) : ILogEventSink
{
    public void Emit(LogEvent logEvent) => output.WriteLine($"log: {logEvent.Level}: {LogText.Of(logEvent)}");
}
