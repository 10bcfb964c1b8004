using System.Runtime.InteropServices;
using Pipeline.Core;

namespace Pipeline.Components.Signals;

/// <summary>Turns the first SIGINT or SIGTERM into a cancellation; the second one ends the process at once.</summary>
public sealed class RunSignals : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;
    private int received;

    /// <summary>Begins to listen.</summary>
    public RunSignals() =>
        registrations = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Receive(context, ExitCode.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Receive(context, ExitCode.Terminated)),
        ];

    /// <summary>Is cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>130 after SIGINT, 143 after SIGTERM, null before.</summary>
    public int? ExitCodeOfSignal { get; private set; }

    /// <summary>Does nothing before the first signal.</summary>
    /// <exception cref="OperationCanceledException">A signal came.</exception>
    public void ThrowIfReceived()
    {
        if (ExitCodeOfSignal is { } exitCode)
            throw new OperationCanceledException(
                $"{(exitCode == ExitCode.Interrupted ? "SIGINT" : "SIGTERM")} came before this target began",
                Token
            );
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        source.Dispose();
    }

    private void Receive(PosixSignalContext context, int exitCode)
    {
        if (Interlocked.Increment(ref received) > 1)
            return;

        context.Cancel = true;
        ExitCodeOfSignal = exitCode;
        source.Cancel();
    }
}
