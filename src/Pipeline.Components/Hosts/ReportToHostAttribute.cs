using System.Collections.Immutable;
using Nuke.Common.Execution;
using Pipeline.Components.Hosts.Summaries;
using Serilog;

namespace Pipeline.Components.Hosts;

/// <summary>
/// Gives GitHub Actions and Azure Pipelines what they have beyond a log: annotations with file and line, progress, a page for the run, and
/// outputs for later jobs. A terminal gets plain text where it wants no colours.
/// </summary>
public sealed class ReportToHostAttribute
    : BuildExtensionAttributeBase,
        IOnBuildCreated,
        IOnBuildInitialized,
        IOnTargetRunning,
        IOnBuildFinished
{
    private IReadOnlyCollection<ExecutableTarget> plan = [];

    private HostReport Report => RunState.Of(Build).Report;

    /// <inheritdoc/>
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) =>
        PlainWriter.InstallIfWanted();

    /// <inheritdoc/>
    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan
    )
    {
        plan = [.. executionPlan.Where(target => target.Actions.Count > 0)];
        Log.Logger = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .WriteTo.Sink(new HostLog(Report, Build.RootDirectory, Log.Logger))
            .CreateLogger();
    }

    /// <inheritdoc/>
    public void OnTargetRunning(ExecutableTarget target) =>
        Report.Started(target.Name, plan.TakeWhile(other => other != target).Count(), plan.Count);

    /// <inheritdoc/>
    public void OnBuildFinished() => Report.Finish(Build.IsSucceeding, plan.Select(OutcomeOf));

    private static TargetOutcome OutcomeOf(ExecutableTarget target)
    {
        var remarks = target.SummaryInformation.ToImmutableArray();
        if (target.Skipped is { } reason)
            remarks = remarks.Insert(0, KeyValuePair.Create("Skipped", reason));
        if (target.OnlyWhen is { } condition)
            remarks = remarks.Insert(0, KeyValuePair.Create("OnlyWhen", condition));
        var ran = target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted;
        return new TargetOutcome(target.Name, target.Status.ToString(), ran ? target.Duration : null, remarks);
    }
}
