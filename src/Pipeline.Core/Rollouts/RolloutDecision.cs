namespace Pipeline.Core.Rollouts;

/// <summary>What to do about a version that is wanted in an environment.</summary>
public abstract record RolloutDecision
{
    private RolloutDecision() { }

    /// <summary>It serves already.</summary>
    public sealed record NothingToDo : RolloutDecision;

    /// <summary>A new rollout begins.</summary>
    public sealed record Begin(RolloutState State) : RolloutDecision;

    /// <summary>The rollout of this revision was left in the middle and goes on.</summary>
    public sealed record Continue(RolloutState State) : RolloutDecision;

    /// <summary>A rollout of another revision was left in the middle; it returns to its stable revision first.</summary>
    public sealed record ReturnFirst(RolloutState State) : RolloutDecision;

    /// <summary>A person holds the rollout of another revision: it is theirs to end.</summary>
    public sealed record HeldByPerson(RolloutState State) : RolloutDecision;
}
