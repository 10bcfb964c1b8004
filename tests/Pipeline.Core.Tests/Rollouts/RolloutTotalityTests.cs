using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using static Pipeline.Core.Rollouts.RolloutObservation;

namespace Pipeline.Core.Tests.Rollouts;

/// <summary>Every phase of every kind of rollout answers every observation.</summary>
public sealed class RolloutTotalityTests
{
    private static readonly RolloutState[] Starts =
    [
        Plans.Begin(Plans.CanaryOf(5, 25, 100)),
        Plans.Begin(new RolloutStrategy.BlueGreen()),
        Plans.Begin(new RolloutStrategy.Rolling()),
        Plans.Begin(Plans.CanaryOf(100), EnvironmentSnapshot.Empty),
    ];

    private static readonly RolloutObservation[] Observations =
    [
        new Started(),
        new Elapsed(),
        new Stopped("SIGTERM"),
        .. from track in Enum.GetValues<Track>()
        from desired in new[] { 0, 1, 5 }
        from ready in new[] { 0, 1, 5 }
        select new TrackSeen(track, desired, ready, ready < desired ? "CrashLoopBackOff" : null),
        new Checked(true, "answered 200"),
        new Checked(false, "answered 500"),
        .. from weight in new[] { 0, 5, 25, 100 }
        from epoch in new[] { 6, 7, 8, 9 }
        select new WeightSeen(Percent.Of(weight), epoch),
        .. from outcome in Enum.GetValues<RolloutOutcome>().Cast<RolloutOutcome?>().Append(null)
        select new Judged(outcome, "judged"),
        new FrontSeen(null),
        new FrontSeen(Track.A),
        new FrontSeen(Track.B),
        .. from kind in Enum.GetValues<RequestKind>()
        from rollout in new[] { "user-service-production-1", "another-1" }
        select new Requested(
            new OperatorRequest
            {
                Id = $"{kind}",
                Rollout = rollout,
                Kind = kind,
                By = "anna",
                Why = "because",
                At = Plans.Start,
            }
        ),
    ];

    public static TheoryData<RolloutPhase> Phases => new(Enum.GetValues<RolloutPhase>());

    [Fact]
    public void The_observations_are_all_that_there_are()
    {
        var there = typeof(RolloutObservation)
            .GetNestedTypes()
            .Where(type => type.IsSubclassOf(typeof(RolloutObservation)));

        Assert.Equal(
            there.Select(type => type.Name).Order(),
            Observations.Select(observation => observation.GetType().Name).Distinct().Order()
        );
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public void Every_observation_is_answered_in(RolloutPhase phase)
    {
        foreach (var state in StatesIn(phase))
        foreach (var observation in Observations)
        foreach (var now in new[] { Plans.Start.AddHours(-1), Plans.Start, Plans.Start.AddHours(1) })
        {
            var step = RolloutMachine.Advance(state, observation, now);

            Assert.Same(state.Plan, step.State.Plan);
            Assert.False(step.Effects.IsDefault);
            Assert.InRange(step.State.Stage, state.Stage, state.Plan.Stages.Length - 1);
            Assert.True(step.State.PhaseSince <= now || step.State.PhaseSince == state.PhaseSince);
        }
    }

    private static IEnumerable<RolloutState> StatesIn(RolloutPhase phase) =>
        from start in Starts
        from stage in Enumerable.Range(0, start.Plan.Stages.Length)
        from outcome in Enum.GetValues<RolloutOutcome>().Cast<RolloutOutcome?>().Append(null)
        from held in phase == RolloutPhase.Held ? Enum.GetValues<RolloutPhase>().Take(5) : [RolloutPhase.Held]
        select start with
        {
            Phase = phase,
            Stage = stage,
            Outcome = outcome,
            HeldPhase = phase == RolloutPhase.Held ? held : null,
            StandbyUntil = phase == RolloutPhase.Standby ? Plans.Start : null,
        };
}
