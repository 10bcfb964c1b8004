namespace Nuke.Common.Execution;

/// <summary>Is called when the plan is made, before any target runs.</summary>
public interface IOnBuildInitialized : IBuildExtension
{
    /// <inheritdoc cref="IOnBuildInitialized" />
    void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan
    );
}
