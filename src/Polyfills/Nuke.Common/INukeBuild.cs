using System.Linq.Expressions;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>What a component knows of the build that it is part of.</summary>
public interface INukeBuild
{
    /// <summary>All targets of this run, in the order in which they run.</summary>
    IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; }

    /// <summary>The targets that were asked for.</summary>
    IReadOnlyCollection<ExecutableTarget> InvokedTargets { get; }

    /// <summary>The targets that were left out.</summary>
    IReadOnlyCollection<ExecutableTarget> SkippedTargets { get; }

    /// <summary>The targets that are still to run.</summary>
    IReadOnlyCollection<ExecutableTarget> ScheduledTargets { get; }

    /// <summary>The target that runs now.</summary>
    IReadOnlyCollection<ExecutableTarget> RunningTargets { get; }

    /// <summary>The targets that were cancelled.</summary>
    IReadOnlyCollection<ExecutableTarget> AbortedTargets { get; }

    /// <summary>The targets that failed.</summary>
    IReadOnlyCollection<ExecutableTarget> FailedTargets { get; }

    /// <summary>The targets that succeeded.</summary>
    IReadOnlyCollection<ExecutableTarget> SucceededTargets { get; }

    /// <summary>The targets that are over, however they ended.</summary>
    IReadOnlyCollection<ExecutableTarget> FinishedTargets { get; }

    /// <summary>No target failed so far.</summary>
    bool IsSucceeding { get; }

    /// <summary>A target failed.</summary>
    bool IsFailing { get; }

    /// <summary>No target is left to run.</summary>
    bool IsFinished { get; }

    /// <summary>The exit code of the program where it is not to follow from the outcome of the targets.</summary>
    int? ExitCode { get; set; }

    /// <summary>The folder that holds <c>.nuke</c>.</summary>
    AbsolutePath RootDirectory { get; }

    /// <summary><c>.nuke/temp</c> under the root directory.</summary>
    AbsolutePath TemporaryDirectory { get; }

    /// <summary>The assembly of the build class.</summary>
    AbsolutePath BuildAssemblyFile { get; }

    /// <summary>The folder of <see cref="BuildAssemblyFile" />.</summary>
    AbsolutePath BuildAssemblyDirectory { get; }

    /// <summary>The folder of <see cref="BuildProjectFile" />.</summary>
    AbsolutePath BuildProjectDirectory { get; }

    /// <summary>The project that the build class was compiled from, or null.</summary>
    AbsolutePath BuildProjectFile { get; }

    /// <summary>How much is printed.</summary>
    Verbosity Verbosity { get; }

    /// <summary>The terminal or CI service that the build runs on.</summary>
    Host Host { get; }

    /// <summary>Whether <c>--plan</c> was given.</summary>
    bool Plan { get; }

    /// <summary>Whether <c>--help</c> was given.</summary>
    bool Help { get; }

    /// <summary>Whether <c>--no-logo</c> was given.</summary>
    bool NoLogo { get; }

    /// <summary>Whether the host is no CI service.</summary>
    bool IsLocalBuild { get; }

    /// <summary>Whether the host is a CI service.</summary>
    bool IsServerBuild { get; }

    /// <summary>Whether <c>--continue</c> was given.</summary>
    bool Continue { get; }

    /// <summary>The share of a partitioned target that this run does.</summary>
    Partition Partition { get; }

    /// <summary>Replaces what the summary says beside the running target.</summary>
    void ReportSummary(Configure<Dictionary<string, string>> configurator = null);

    /// <summary>The injected value of a member of a component, or null.</summary>
    T TryGetValue<T>(Expression<Func<T>> parameterExpression)
        where T : class;

    /// <summary>The injected value of a member of a value type: <c>TryGetValue&lt;int?&gt;(() => Count) ?? 3</c>.</summary>
    T TryGetValue<T>(Expression<Func<object>> parameterExpression);
}
