namespace Nuke.Common.Execution;

/// <summary>Is called after the last target.</summary>
public interface IOnBuildFinished : IBuildExtension
{
    /// <inheritdoc cref="IOnBuildFinished" />
    void OnBuildFinished();
}
