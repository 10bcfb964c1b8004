using System.Runtime.InteropServices;

namespace Pipeline.LocalCluster.Node.Processes;

/// <summary>
/// Starts processes as leaders of their own sessions, with output straight into a file: a child outlives the cluster process
/// without a broken pipe, and a signal to its group reaches all that it started.
/// </summary>
internal static class ProcessLauncher
{
    // Larger than the opaque structures of any C library.
    private const int StructureSize = 512;
    private const uint OwnerOnly = 0b110_000_000;

    /// <summary>The number of the new process.</summary>
    /// <exception cref="LaunchException">The system refused.</exception>
    public static int Start(Launch launch)
    {
        var actions = new byte[StructureSize];
        var attributes = new byte[StructureSize];
        var arguments = Strings(launch.Arguments);
        var environment = Strings(launch.Environment.Select(variable => $"{variable.Key}={variable.Value}"));
        // A pipe that somebody else left open in this process would stay open as long as the child lives.
        LibC.KeepDescriptors();
        _ = LibC.InitActions(actions);
        _ = LibC.InitAttributes(attributes);
        try
        {
            Redirect(actions, launch);
            Detach(attributes);
            var error = LibC.Spawn(out var pid, launch.Program, actions, attributes, arguments, environment);
            return error == 0
                ? pid
                : throw new LaunchException($"exec {launch.Program}: {Marshal.GetPInvokeErrorMessage(error)}");
        }
        finally
        {
            _ = LibC.DestroyAttributes(attributes);
            _ = LibC.DestroyActions(actions);
            foreach (var text in arguments.Concat(environment))
                Marshal.FreeCoTaskMem(text);
        }
    }

    private static void Redirect(byte[] actions, Launch launch)
    {
        _ = LibC.AddOpen(actions, 0, "/dev/null", LibC.OpenReadOnly, 0);
        _ = LibC.AddOpen(actions, 1, launch.LogFile, LibC.OpenToAppend, OwnerOnly);
        _ = LibC.AddDuplicate(actions, 1, 2);
        _ = LibC.AddChangeDirectory(actions, launch.WorkingDirectory);
    }

    // The .NET runtime ignores SIGPIPE and may block others; a child must not inherit that.
    private static void Detach(byte[] attributes)
    {
        var signals = new byte[StructureSize];
        _ = LibC.SetSignalMask(attributes, signals);
        _ = LibC.FillSignals(signals);
        _ = LibC.SetSignalDefaults(attributes, signals);
        const int flags = LibC.SpawnSetSession | LibC.SpawnSetSignalMask | LibC.SpawnSetSignalDefaults;
        _ = LibC.SetFlags(attributes, (short)flags);
    }

    private static nint[] Strings(IEnumerable<string> texts) =>
        [.. texts.Select(Marshal.StringToCoTaskMemUTF8), nint.Zero];
}
