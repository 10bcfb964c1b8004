namespace Nuke.Common;

/// <summary>How much a build prints.</summary>
public enum Verbosity
{
    /// <summary>Everything, stack traces of failed targets included.</summary>
    Verbose,

    /// <summary>Everything but trace messages.</summary>
    Normal,

    /// <summary>Warnings and errors.</summary>
    Minimal,

    /// <summary>Errors only.</summary>
    Quiet,
}
