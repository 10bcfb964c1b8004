namespace Octokit;

/// <summary>Statuses of commits (https://docs.github.com/rest/commits/statuses).</summary>
public interface ICommitStatusClient
{
    /// <summary>The statuses of a commit, newest first.</summary>
    Task<IReadOnlyList<CommitStatus>> GetAll(string owner, string name, string reference);

    Task<CommitStatus> Create(string owner, string name, string reference, NewCommitStatus newCommitStatus);
}
