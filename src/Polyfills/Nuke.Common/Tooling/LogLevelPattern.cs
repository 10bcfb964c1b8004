using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>The level at which output lines of a tool are logged that match a regular expression.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class LogLevelPattern(LogEventLevel level, string pattern) : Attribute
{
    public LogEventLevel Level { get; } = level;

    public string Pattern { get; } = pattern;
}
