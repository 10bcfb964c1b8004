using System.Linq.Expressions;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

public abstract partial class NukeBuild : INukeBuild
{
    /// <summary>All targets of this run, in the order in which they run.</summary>
    public IReadOnlyCollection<ExecutableTarget> ExecutionPlan => Planned;

    /// <summary>The targets that were asked for.</summary>
    public IReadOnlyCollection<ExecutableTarget> InvokedTargets => [.. Planned.Where(x => x.Invoked)];

    /// <summary>The targets that were left out.</summary>
    public IReadOnlyCollection<ExecutableTarget> SkippedTargets => With(ExecutionStatus.Skipped);

    /// <summary>The targets that are still to run.</summary>
    public IReadOnlyCollection<ExecutableTarget> ScheduledTargets => With(ExecutionStatus.Scheduled);

    /// <summary>The target that runs now.</summary>
    public IReadOnlyCollection<ExecutableTarget> RunningTargets => With(ExecutionStatus.Running);

    /// <summary>The targets that were cancelled.</summary>
    public IReadOnlyCollection<ExecutableTarget> AbortedTargets => With(ExecutionStatus.Aborted);

    /// <summary>The targets that failed.</summary>
    public IReadOnlyCollection<ExecutableTarget> FailedTargets => With(ExecutionStatus.Failed);

    /// <summary>The targets that succeeded.</summary>
    public IReadOnlyCollection<ExecutableTarget> SucceededTargets => With(ExecutionStatus.Succeeded);

    /// <summary>The targets that are over, however they ended.</summary>
    public IReadOnlyCollection<ExecutableTarget> FinishedTargets =>
        [.. Planned.Where(x => x.Status is not (ExecutionStatus.Scheduled or ExecutionStatus.Running))];

    /// <summary>Whether <c>--plan</c> was given.</summary>
    public bool Plan => Run.Options.Plan;

    /// <summary>Whether <c>--help</c> was given.</summary>
    public bool Help => Run.Options.Help;

    /// <summary>Whether <c>--no-logo</c> was given.</summary>
    public bool NoLogo => Run.Options.NoLogo;

    /// <summary>Whether <c>--continue</c> was given.</summary>
    public bool Continue => Run.Options.Continue;

    /// <summary>The share of a partitioned target that this run does.</summary>
    public Partition Partition => Run.Options.Partition;

    /// <summary>No target failed so far.</summary>
    public bool IsSucceeding =>
        Planned.All(x => x.Status is not (ExecutionStatus.Failed or ExecutionStatus.Aborted or ExecutionStatus.NotRun));

    /// <summary>A target failed.</summary>
    public bool IsFailing => !IsSucceeding;

    /// <summary>No target is left to run.</summary>
    public bool IsFinished => FinishedTargets.Count == Planned.Count;

    /// <summary>The exit code of the program where it is not to follow from the outcome of the targets.</summary>
    public int? ExitCode { get; set; }

    internal BuildRun Run { get; } = BuildRun.Current;

    internal IReadOnlyList<ExecutableTarget> Planned { get; set; } = [];

    internal BuildExtensions Extensions { get; set; }

    AbsolutePath INukeBuild.RootDirectory => Run.RootDirectory;

    AbsolutePath INukeBuild.TemporaryDirectory => Run.TemporaryDirectory;

    AbsolutePath INukeBuild.BuildAssemblyFile => BuildAssemblyFile;

    AbsolutePath INukeBuild.BuildAssemblyDirectory => BuildAssemblyDirectory;

    AbsolutePath INukeBuild.BuildProjectDirectory => BuildProjectDirectory;

    AbsolutePath INukeBuild.BuildProjectFile => BuildProjectFile;

    Verbosity INukeBuild.Verbosity => Run.Verbosity;

    Host INukeBuild.Host => Run.Host;

    bool INukeBuild.IsLocalBuild => !IsOnServer;

    bool INukeBuild.IsServerBuild => IsOnServer;

    private bool IsOnServer => Run.Host is IBuildServer;

    /// <summary>Replaces what the summary says beside the running target.</summary>
    public void ReportSummary(Configure<Dictionary<string, string>> configurator = null)
    {
        var target = Planned.Single(x => x.Status == ExecutionStatus.Running);
        var information = configurator?.Invoke([]) ?? [];
        target.SummaryInformation.Clear();
        foreach (var (key, value) in information)
            target.SummaryInformation[key] = value;
        Extensions.Notify<IOnTargetSummaryUpdated>(x => x.OnTargetSummaryUpdated(this, target));
    }

    T INukeBuild.TryGetValue<T>(Expression<Func<T>> parameterExpression) => (T)ValueOf(parameterExpression);

    T INukeBuild.TryGetValue<T>(Expression<Func<object>> parameterExpression) =>
        ValueOf(parameterExpression) is T value ? value : default;

    /// <summary>Is called when parameters have their values, before the plan is made.</summary>
    protected internal virtual void OnBuildCreated() { }

    /// <summary>Is called when the plan is made, before any target runs.</summary>
    protected internal virtual void OnBuildInitialized() { }

    /// <summary>Is called after the last target.</summary>
    protected internal virtual void OnBuildFinished() { }

    /// <summary>Is called before a target runs.</summary>
    protected internal virtual void OnTargetRunning(string target) { }

    /// <summary>Is called when a target is skipped.</summary>
    protected internal virtual void OnTargetSkipped(string target) { }

    /// <summary>Is called after a target succeeded.</summary>
    protected internal virtual void OnTargetSucceeded(string target) { }

    /// <summary>Is called after a target failed.</summary>
    protected internal virtual void OnTargetFailed(string target) { }

    private object ValueOf(LambdaExpression expression) =>
        ValueInjector.ValueOf(
            ExpressionValue.MemberOf(expression)
                ?? throw new BuildFailure(
                    $"TryGetValue takes a member, as in TryGetValue(() => Name); found {expression}."
                ),
            this
        );

    private ExecutableTarget[] With(ExecutionStatus status) => [.. Planned.Where(x => x.Status == status)];
}
