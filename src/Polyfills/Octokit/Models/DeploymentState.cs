namespace Octokit;

/// <summary>How a deployment stands.</summary>
public enum DeploymentState
{
    Pending,
    Success,
    Error,
    Failure,
    Inactive,
    InProgress,
    Queued,
}
