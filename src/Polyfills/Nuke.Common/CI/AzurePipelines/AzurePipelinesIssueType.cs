namespace Nuke.Common.CI.AzurePipelines;

/// <summary>How bad an issue of a run is.</summary>
public enum AzurePipelinesIssueType
{
    /// <summary>The run goes on.</summary>
    Warning,

    /// <summary>The run fails.</summary>
    Error,
}
