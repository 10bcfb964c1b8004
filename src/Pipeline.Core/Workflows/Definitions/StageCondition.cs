namespace Pipeline.Core.Workflows.Definitions;

/// <summary>When a stage runs.</summary>
public abstract record StageCondition
{
    private StageCondition() { }

    /// <summary>Not for pull requests from forks, which get no secrets.</summary>
    public sealed record NotFromFork : StageCondition;

    /// <summary>Only for commits of a branch, whatever started the workflow.</summary>
    /// <param name="Branch">The branch.</param>
    public sealed record OnBranch(string Branch) : StageCondition;
}
