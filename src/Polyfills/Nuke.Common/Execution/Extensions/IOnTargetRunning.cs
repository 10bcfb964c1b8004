namespace Nuke.Common.Execution;

/// <summary>Is called before a target runs.</summary>
public interface IOnTargetRunning : IBuildExtension
{
    /// <inheritdoc cref="IOnTargetRunning" />
    void OnTargetRunning(ExecutableTarget target);
}
