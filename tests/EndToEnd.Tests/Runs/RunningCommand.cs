using System.Diagnostics;
using EndToEnd.Tests.Processes;

namespace EndToEnd.Tests.Runs;

/// <summary>A command that runs in a session of its own, as in a terminal.</summary>
public sealed class RunningCommand : IDisposable
{
    // No run takes a third of it on an idle machine; one that hangs must not take the other tests with it.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    // Whoever holds the output open for longer has been left behind, and is found as such.
    private static readonly TimeSpan LastOutput = TimeSpan.FromSeconds(5);

    private readonly string command;
    private readonly Process process;
    private readonly RunOutput output = new();
    private readonly Task reading;

    private RunningCommand(string command, Process process)
    {
        (this.command, this.process) = (command, process);
        process.StandardInput.Close();
        reading = Task.WhenAll(output.ReadAsync(process.StandardOutput), output.ReadAsync(process.StandardError));
    }

    /// <summary>The process; a script that replaces itself by a program is that program.</summary>
    public int ProcessId => process.Id;

    /// <summary>Starts a command.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="environment">All environment variables that it gets.</param>
    /// <param name="command">Program and arguments.</param>
    public static RunningCommand Start(
        string folder,
        IEnumerable<KeyValuePair<string, string>> environment,
        params string[] command
    )
    {
        // Whoever runs the tests in the background makes them ignore Ctrl+C, and with them all that they start.
        string[] asFromTerminal = ["env", "--default-signal=INT,TERM", .. command];
        var start = new ProcessStartInfo("setsid", asFromTerminal)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new RunningCommand(string.Join(' ', command), Process.Start(start)!);
    }

    /// <summary>Waits for a line that contains a text; the end of the command without one is a failure.</summary>
    public async Task LineAsync(string text)
    {
        var line = output.LineAsync(text);
        using var limit = new CancellationTokenSource(Longest);
        if (await Task.WhenAny(line, process.WaitForExitAsync(limit.Token)) != line)
            (await FinishAsync()).Says(text);
    }

    /// <summary>Does what Ctrl+C does.</summary>
    public void Interrupt() => Signal.Interrupt.SendToGroup(ProcessId);

    /// <summary>Kills the process, and nothing that it started.</summary>
    public void Kill() => Signal.Kill.SendTo(ProcessId);

    /// <summary>Waits for the end.</summary>
    public async Task<FinishedCommand> FinishAsync()
    {
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            new FinishedCommand($"{command} (more than {Longest.TotalMinutes} min)", -1, output.Lines).Exits(0);
        }

        await reading.WaitAsync(LastOutput).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return new FinishedCommand(command, process.ExitCode, output.Lines);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
