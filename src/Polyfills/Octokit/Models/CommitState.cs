namespace Octokit;

/// <summary>What a check says of a commit.</summary>
public enum CommitState
{
    Pending,
    Success,
    Error,
    Failure,
}
