namespace Nuke.Common.Execution;

/// <summary>Is called when a target is skipped.</summary>
public interface IOnTargetSkipped : IBuildExtension
{
    /// <inheritdoc cref="IOnTargetSkipped" />
    void OnTargetSkipped(ExecutableTarget target);
}
