namespace Nuke.Common;

/// <summary>The least severe messages that are logged.</summary>
public enum LogLevel
{
    /// <summary>Everything.</summary>
    Trace,

    /// <summary>Everything but trace messages.</summary>
    Normal,

    /// <summary>Warnings and errors.</summary>
    Warning,

    /// <summary>Errors only.</summary>
    Error,
}
