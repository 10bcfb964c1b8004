using System.Collections.Immutable;

namespace Pipeline.Core.Rollouts;

/// <summary>A rollout at one moment; it is written to the cluster before each effect.</summary>
public sealed record RolloutState
{
    /// <summary>Version of this record's JSON form that this program reads and writes.</summary>
    public const int CurrentSchema = 2;

    public int SchemaVersion { get; init; } = CurrentSchema;

    public required RolloutPlan Plan { get; init; }

    public required RolloutPhase Phase { get; init; }

    /// <summary>Index of the current stage.</summary>
    public required int Stage { get; init; }

    /// <summary>When the current phase began.</summary>
    public required DateTimeOffset PhaseSince { get; init; }

    /// <summary>The route's epoch as last read or written: the fencing token of weight changes.</summary>
    public required long Epoch { get; init; }

    /// <summary>Null until the end is decided.</summary>
    public RolloutOutcome? Outcome { get; init; }

    /// <summary>Why it ends as it does, in a sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>Until when the old track is kept warm; null before the standby.</summary>
    public DateTimeOffset? StandbyUntil { get; init; }

    /// <summary>The phase that a held rollout goes on with; null unless it is held.</summary>
    public RolloutPhase? HeldPhase { get; init; }

    /// <summary>Stages below this index are not judged, because a person said so.</summary>
    public int Unjudged { get; init; }

    /// <summary>What people asked of this rollout, oldest first.</summary>
    public ImmutableArray<OperatorRequest> Requests { get; init; } = [];

    /// <summary>What was judged about the stages that are over, in their order.</summary>
    public ImmutableArray<StageVerdict> Verdicts { get; init; } = [];

    /// <summary>Whether an executor still has something to do now.</summary>
    public bool IsUnderWay => Phase is not (RolloutPhase.Standby or RolloutPhase.Finished);

    /// <summary>The stage that the rollout is in.</summary>
    public PlannedStage CurrentStage => Plan.Stages[Stage];

    /// <summary>Whether neither its good nor its bad end is decided yet.</summary>
    public bool IsUndecided => IsUnderWay && Outcome is null;

    /// <summary>The state with a judgement of its stage on record.</summary>
    public RolloutState With(RolloutObservation.Judged judged) =>
        this with
        {
            Verdicts = Verdicts.Add(new StageVerdict(CurrentStage.Weight, judged.Sentence)),
        };

    /// <summary>The state before anything has happened.</summary>
    /// <param name="plan">What is going to happen.</param>
    /// <param name="epoch">The route's epoch as read, 0 when there is no route.</param>
    /// <param name="now">The time of the start.</param>
    public static RolloutState Of(RolloutPlan plan, long epoch, DateTimeOffset now) =>
        new()
        {
            Plan = plan,
            Phase = RolloutPhase.Installing,
            Stage = 0,
            PhaseSince = now,
            Epoch = epoch,
        };
}
