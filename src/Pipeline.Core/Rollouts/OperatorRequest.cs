namespace Pipeline.Core.Rollouts;

/// <summary>Something that a person asks of a rollout, and what remains on record of it.</summary>
public sealed record OperatorRequest
{
    /// <summary>By which the request is told from a repetition of itself.</summary>
    public required string Id { get; init; }

    /// <summary>The rollout that is meant; a request never carries over to the next one.</summary>
    public required string Rollout { get; init; }

    public required RequestKind Kind { get; init; }

    /// <summary>Who asks.</summary>
    public required string By { get; init; }

    /// <summary>Why, in the person's own words; empty when none were given.</summary>
    public required string Why { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who and why, for people.</summary>
    public string Author => Why.Length == 0 ? By : $"{By}: {Why}";
}
