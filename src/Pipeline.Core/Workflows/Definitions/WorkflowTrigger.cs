using System.Collections.Immutable;

namespace Pipeline.Core.Workflows.Definitions;

/// <summary>What starts a workflow.</summary>
public abstract record WorkflowTrigger
{
    private WorkflowTrigger() { }

    /// <summary>A pull request into a branch, also from a fork.</summary>
    /// <param name="Branch">The branch.</param>
    public sealed record PullRequest(string Branch) : WorkflowTrigger
    {
        /// <summary>Patterns of the files of which one must have changed; any when empty.</summary>
        public ImmutableArray<string> Paths { get; init; } = [];
    }

    /// <summary>A push to a branch.</summary>
    /// <param name="Branch">The branch.</param>
    public sealed record Push(string Branch) : WorkflowTrigger
    {
        /// <summary>Patterns of the files of which one must have changed; any when empty.</summary>
        public ImmutableArray<string> Paths { get; init; } = [];
    }

    /// <summary>A new tag.</summary>
    /// <param name="Pattern">Which tags, for example <c>v*</c>.</param>
    public sealed record Tag(string Pattern) : WorkflowTrigger;

    /// <summary>A time.</summary>
    /// <param name="Cron">Minute, hour, day, month and weekday, in UTC.</param>
    public sealed record Schedule(string Cron) : WorkflowTrigger;

    /// <summary>A person.</summary>
    /// <param name="Inputs">What the person is asked for.</param>
    public sealed record Manual(params ImmutableArray<WorkflowInput> Inputs) : WorkflowTrigger;
}
