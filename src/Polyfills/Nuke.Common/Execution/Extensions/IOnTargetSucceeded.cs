namespace Nuke.Common.Execution;

/// <summary>Is called after a target succeeded.</summary>
public interface IOnTargetSucceeded : IBuildExtension
{
    /// <inheritdoc cref="IOnTargetSucceeded" />
    void OnTargetSucceeded(ExecutableTarget target);
}
