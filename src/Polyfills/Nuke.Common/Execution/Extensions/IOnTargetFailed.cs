namespace Nuke.Common.Execution;

/// <summary>Is called after a target failed.</summary>
public interface IOnTargetFailed : IBuildExtension
{
    /// <inheritdoc cref="IOnTargetFailed" />
    void OnTargetFailed(ExecutableTarget target);
}
