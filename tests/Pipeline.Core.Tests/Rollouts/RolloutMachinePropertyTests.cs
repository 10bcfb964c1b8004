using FsCheck;
using FsCheck.Fluent;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using static Pipeline.Core.Rollouts.RolloutEffect;
using static Pipeline.Core.Rollouts.RolloutObservation;

namespace Pipeline.Core.Tests.Rollouts;

/// <summary>What holds of every rollout, whatever it sees and in whatever order.</summary>
public sealed class RolloutMachinePropertyTests
{
    [Fact]
    public void Weights_only_move_as_the_plan_says_or_back_to_zero() =>
        ForAll(walk =>
        {
            var plan = walk.Start.Plan;
            var writes = walk.Turns().SelectMany(turn => turn.Effects).OfType<SetWeight>().ToList();

            Assert.All(writes, write => Assert.Equal(plan.Target, write.Track));
            // A start writes a weight again, and a return goes on until it is seen.
            var moves = writes.Select(write => write.Weight).Aggregate(new List<Percent>(), AddUnlessRepeated);
            var forward = moves.TakeWhile(weight => weight != Percent.Zero).ToList();
            Assert.Equal(plan.Stages.Take(forward.Count).Select(stage => stage.Weight), forward);
            Assert.InRange(moves.Count - forward.Count, 0, 1);
        });

    [Fact]
    public void No_effect_is_issued_twice_unless_an_executor_starts_between() =>
        ForAll(walk =>
        {
            var issued = new HashSet<(RolloutPhase, int, RolloutEffect)>();
            foreach (var turn in walk.Turns())
            {
                if (turn.Seen is Started)
                    issued.Clear();
                Assert.All(
                    turn.Effects,
                    effect => Assert.True(issued.Add((turn.After.Phase, turn.After.Stage, effect)), $"{effect} again")
                );
            }
        });

    [Fact]
    public void A_rollout_that_sees_what_it_waits_for_ends_from_wherever_it_is() =>
        ForAll(walk =>
        {
            var end = RandomWalk.Finish(walk.Turns()[^1].After, new Started())[^1].After;

            Assert.NotNull(end.Outcome);
        });

    [Fact]
    public void Time_alone_ends_a_wait_for_pods_and_decides_nothing_else() =>
        ForAll(walk =>
        {
            var state = walk.Turns()[^1].After;

            var later = RolloutMachine.Advance(state, new Elapsed(), state.PhaseSince.AddHours(1)).State;

            var waitsForPods = state.Phase is RolloutPhase.Installing or RolloutPhase.Scaling;
            Assert.Equal(waitsForPods ? RolloutOutcome.NeverReady : state.Outcome, later.Outcome);
        });

    [Fact]
    public void A_stop_leads_back_from_wherever_nothing_is_decided_yet() =>
        ForAll(walk =>
        {
            var state = walk.Turns()[^1].After;
            if (state is not { IsUnderWay: true, Outcome: null })
                return;

            var turns = RandomWalk.Finish(state, new Stopped("SIGINT"));

            var effects = turns.SelectMany(turn => turn.Effects).ToList();
            Assert.Equal(
                (RolloutPhase.Finished, RolloutOutcome.Aborted),
                (turns[^1].After.Phase, turns[^1].After.Outcome)
            );
            Assert.Contains(WayBackOf(state), effects);
            Assert.DoesNotContain(
                effects,
                effect => effect is SetWeight { Weight: var weight } && weight != Percent.Zero
            );
            if (state.Plan.Stable is { } stable)
                Assert.Contains(new SwitchFront(stable), effects);
        });

    [Fact]
    public void Every_phase_answers_every_observation() =>
        ForAll(walk =>
        {
            var observations = walk.Turns().Select(turn => turn.Seen).ToList();
            var states =
                from phase in Enum.GetValues<RolloutPhase>()
                from stage in Enumerable.Range(0, walk.Start.Plan.Stages.Length)
                select walk.Start with
                {
                    Phase = phase,
                    Stage = stage,
                };

            foreach (var state in states)
            foreach (var observation in observations)
                Assert.Same(state.Plan, RolloutMachine.Advance(state, observation, Plans.Start).State.Plan);
        });

    private static void ForAll(Action<RandomWalk> holds) =>
        Prop.ForAll(RandomWalk.Any, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static List<Percent> AddUnlessRepeated(List<Percent> weights, Percent next)
    {
        if (weights is not [.., var last] || last != next)
            weights.Add(next);
        return weights;
    }

    private static RolloutEffect WayBackOf(RolloutState state) =>
        state.Plan is { Kind: RolloutKind.Rolling, From: { } from } plan
            ? new Install(plan.Target, from, plan.Replicas)
            : new SetWeight(state.Plan.Target, Percent.Zero, state.Epoch);
}
