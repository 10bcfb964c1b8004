using System.Globalization;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Pipeline.Components.Secrets;

/// <summary>What a log event says.</summary>
internal static class LogText
{
    // Without "l" every text among the values would stand in quotation marks.
    private static readonly MessageTemplateTextFormatter Formatter = new("{Message:l}", CultureInfo.InvariantCulture);

    /// <summary>The message with its values.</summary>
    public static string Of(LogEvent logEvent)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        Formatter.Format(logEvent, text);
        return text.ToString();
    }
}
