namespace Pipeline.LocalCluster.Node.Processes;

/// <summary>How processes end.</summary>
internal static class ExitCode
{
    /// <summary>What is reported of a process that was killed, or whose end nobody saw.</summary>
    public const int Killed = 128 + LibC.SigKill;

    /// <summary>What is reported of a container whose process could not be started.</summary>
    public const int NotStarted = 128;

    /// <summary>The exit code of a status that <c>waitpid</c> returned: 128 and the signal's number for one that a signal ended.</summary>
    public static int Of(int waitStatus)
    {
        var signal = waitStatus & 0x7f;
        return signal == 0 ? (waitStatus >> 8) & 0xff : 128 + signal;
    }
}
