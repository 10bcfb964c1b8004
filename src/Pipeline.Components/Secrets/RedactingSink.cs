using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace Pipeline.Components.Secrets;

/// <summary>Passes log events on without secrets, so that no sink behind it writes one, neither to a console nor to a file.</summary>
internal sealed class RedactingSink(ILogger next) : ILogEventSink
{
    private static readonly MessageTemplateParser Parser = new();

    /// <inheritdoc/>
    public void Emit(LogEvent logEvent) => next.Write(WithoutSecrets(logEvent));

    private static LogEvent WithoutSecrets(LogEvent logEvent)
    {
        var message = LogText.Of(logEvent);
        var isTold = KnownSecrets.Redaction.Finds(message);
        var isThrown = logEvent.Exception is { } exception && KnownSecrets.Redaction.Finds(exception.ToString());
        if (!isTold && !isThrown)
            return logEvent;

        var template = KnownSecrets.Redact(message).Replace("{", "{{").Replace("}", "}}");
        return new LogEvent(
            logEvent.Timestamp,
            logEvent.Level,
            isThrown ? new RedactedException(logEvent.Exception!) : logEvent.Exception,
            Parser.Parse(template),
            []
        );
    }
}
