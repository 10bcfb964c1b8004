using Nuke.Common.Execution;

namespace Pipeline.Components.Signals;

/// <summary>
/// Lets a run that gets SIGINT or SIGTERM put things in order, and then exit with 130 or 143: the running target is cancelled and its tools are
/// ended, assured targets run, no other one starts. A second signal ends the run at once.
/// </summary>
public sealed class HandleSignalsAttribute
    : BuildExtensionAttributeBase,
        IOnBuildCreated,
        IOnBuildInitialized,
        IOnBuildFinished
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
    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan
    )
    {
        // A target that takes no notice of the signal ends as ever, and the one after it must not start.
        var signals = RunState.Of(Build).Signals;
        foreach (
            var target in executionPlan.Where(target => target is { AssuredAfterFailure: false, Actions.Count: > 0 })
        )
            target.Actions.Insert(0, signals.ThrowIfReceived);
    }

    /// <inheritdoc/>
    public void OnBuildFinished()
    {
        if (RunState.Of(Build).Signals.ExitCodeOfSignal is { } exitCode)
            Build.ExitCode = exitCode;
    }
}
