namespace Nuke.Common.Execution;

/// <summary>Is called when the targets are known and parameters are about to be injected.</summary>
public interface IOnBuildCreated : IBuildExtension
{
    /// <inheritdoc cref="IOnBuildCreated" />
    void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets);
}
