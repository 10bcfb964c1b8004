namespace Nuke.Common.Execution;

/// <summary>Is called when a target reported its summary.</summary>
public interface IOnTargetSummaryUpdated : IBuildExtension
{
    /// <inheritdoc cref="IOnTargetSummaryUpdated" />
    void OnTargetSummaryUpdated(INukeBuild build, ExecutableTarget target);
}
