using System.Globalization;
using Nuke.Common.CI;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Nuke.Common.Execution;

/// <summary>Prints the log events of a run, and keeps its warnings and errors to repeat them at the end.</summary>
internal sealed class BuildLog(BuildRun run)
{
    // Without "l" every text among the values would stand in quotation marks.
    private static readonly MessageTemplateTextFormatter Formatter = new("{Message:l}", CultureInfo.InvariantCulture);

    private readonly List<(LogEventLevel Level, string Text)> problems = [];
    private readonly Lock gate = new();
    private bool isProblemBuried;

    /// <summary>The target that runs now, or null.</summary>
    public string Target { get; set; }

    private LogEventLevel Minimum =>
        run.Verbosity switch
        {
            Verbosity.Verbose => LogEventLevel.Verbose,
            Verbosity.Normal => LogEventLevel.Debug,
            Verbosity.Minimal => LogEventLevel.Warning,
            _ => LogEventLevel.Error,
        };

    public void Emit(LogEvent logEvent)
    {
        var text = Render(logEvent);
        if (run.Host.FilterMessage(text))
            return;

        lock (gate)
        {
            if (logEvent.Level >= LogEventLevel.Warning)
                problems.Add((logEvent.Level, Target == null ? text : $"{Target}: {text}"));
            if (logEvent.Level < Minimum)
                return;

            isProblemBuried |= logEvent.Level < LogEventLevel.Warning && problems.Count > 0;
            Print(logEvent, text);
        }
    }

    /// <summary>Repeats the warnings and errors, each once, unless they are the last lines of the log anyway.</summary>
    public void WriteProblems()
    {
        if (!isProblemBuried)
            return;

        var repeated = problems.Where(x => x.Level >= Minimum).Distinct().ToList();
        if (repeated.Count == 0)
            return;

        run.Output.WriteLine();
        foreach (var (level, text) in repeated)
            run.Output.WriteLine(Label(level, text));
    }

    private void Print(LogEvent logEvent, string text)
    {
        var details = logEvent.Exception is { } exception ? Details(exception, text) : null;
        if (run.Host is IBuildServer && logEvent.Level >= LogEventLevel.Warning)
        {
            if (logEvent.Level == LogEventLevel.Warning)
                run.Host.ReportWarning(text, details);
            else
                run.Host.ReportError(text, details);
            return;
        }

        run.Output.WriteLine(Label(logEvent.Level, text));
        if (details != null)
            run.Output.WriteLine(details);
    }

    private string Label(LogEventLevel level, string text) =>
        level switch
        {
            LogEventLevel.Verbose or LogEventLevel.Debug => run.Style.Faint(text),
            LogEventLevel.Information => text,
            LogEventLevel.Warning => $"{run.Style.Warning("warning:")} {text}",
            _ => $"{run.Style.Error("error:")} {text}",
        };

    private string Details(Exception exception, string text)
    {
        if (run.Verbosity == Verbosity.Verbose || IsProgrammingError(exception))
            return exception.ToString();

        var messages = new List<string>();
        for (var cause = exception; cause != null; cause = cause.InnerException)
        {
            if (!text.Contains(cause.Message, StringComparison.Ordinal))
                messages.Add(cause.Message);
        }

        return messages.Count == 0 ? null : string.Join(Environment.NewLine, messages);
    }

    // Their messages say nothing to whoever runs the build; the place in the code does.
    private static bool IsProgrammingError(Exception exception) =>
        exception
            is NullReferenceException
                or IndexOutOfRangeException
                or ArgumentNullException
                or ArgumentOutOfRangeException
                or InvalidCastException
                or InvalidOperationException
                or KeyNotFoundException
                or FormatException
                or NotImplementedException;

    private static string Render(LogEvent logEvent)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture);
        Formatter.Format(logEvent, writer);
        return writer.ToString();
    }
}
