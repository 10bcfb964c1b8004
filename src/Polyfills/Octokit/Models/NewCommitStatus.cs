namespace Octokit;

/// <summary>What a check says of a commit.</summary>
public class NewCommitStatus
{
    public CommitState State { get; set; }

    public string TargetUrl { get; set; }

    /// <summary>At most 140 characters.</summary>
    public string Description { get; set; }

    /// <summary>Name of the check.</summary>
    public string Context { get; set; }
}
