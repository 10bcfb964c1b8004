namespace Nuke.Common.Execution;

/// <summary>How far a target got.</summary>
public enum ExecutionStatus
{
    /// <summary>Not part of this run.</summary>
    None,

    /// <summary>Still to run.</summary>
    Scheduled,

    /// <summary>Never ran, because the build failed before.</summary>
    NotRun,

    /// <summary>Left out on purpose.</summary>
    Skipped,

    /// <summary>Ran to its end.</summary>
    Succeeded,

    /// <summary>Threw an exception.</summary>
    Failed,

    /// <summary>Runs now.</summary>
    Running,

    /// <summary>Was cancelled while it ran.</summary>
    Aborted,

    /// <summary>Has no action of its own; it only names other targets.</summary>
    Collective,
}
