using Nuke.Common.Execution;

namespace Pipeline.Components.Workflows;

/// <summary>Lets the targets of a build see all targets, planned or not.</summary>
public sealed class TargetGraphAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    /// <inheritdoc/>
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) =>
        RunState.Of(Build).Targets = executableTargets;
}
