using Nuke.Common;
using Nuke.Common.Execution;
using Serilog;

namespace NukeCommon.Tests.Execution;

/// <summary>Logs every event that an extension is told of.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class RecorderAttribute
    : BuildExtensionAttributeBase,
        IOnBuildCreated,
        IOnBuildInitialized,
        IOnBuildFinished,
        IOnTargetRunning,
        IOnTargetSkipped,
        IOnTargetSucceeded,
        IOnTargetFailed,
        IOnTargetSummaryUpdated
{
    public required string Name { get; init; }

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => Record("created");

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan
    ) => Record($"initialized, plan {string.Join(' ', executionPlan)}");

    public void OnBuildFinished() => Record($"finished {Build.FinishedTargets.Count}");

    public void OnTargetRunning(ExecutableTarget target) => Record($"{target} is {target.Status}");

    public void OnTargetSkipped(ExecutableTarget target) => Record($"{target} is {target.Status}");

    public void OnTargetSucceeded(ExecutableTarget target) => Record($"{target} is {target.Status}");

    public void OnTargetFailed(ExecutableTarget target) => Record($"{target} is {target.Status}");

    public void OnTargetSummaryUpdated(INukeBuild build, ExecutableTarget target) =>
        Log.Information("summary of {Target}: {Keys}", target, string.Join(' ', target.SummaryInformation.Keys));

    private void Record(string what) => Log.Information("  {Name}: {Event}", Name, what);
}
