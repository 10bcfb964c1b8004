using Nuke.Common.Execution;

namespace Pipeline.Components.Signals;

/// <summary>Lets a run that gets SIGINT or SIGTERM put things in order, and then exit with 130 or 143.</summary>
public sealed class HandleSignalsAttribute : BuildExtensionAttributeBase, IOnBuildCreated, IOnBuildFinished
{
    /// <inheritdoc/>
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        var signals = RunState.Of(Build).Signals;
        signals.Token.Register(() =>
        {
            Build.ExitCode = signals.ExitCodeOfSignal;
            ChildProcesses.End();
        });
    }

    /// <inheritdoc/>
    public void OnBuildFinished()
    {
        if (RunState.Of(Build).Signals.ExitCodeOfSignal is { } exitCode)
            Build.ExitCode = exitCode;
    }
}
