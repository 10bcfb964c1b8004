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
    public void Time_alone_ends_whatever_nobody_holds() =>
        ForAll(walk =>
        {
            var state = walk.Turns()[^1].After;
            var steps = walk.Start.Plan.Stages.Length * 4 + 8;
            for (var i = 0; i < steps; i++)
                state = RolloutMachine.Advance(state, new Elapsed(), state.PhaseSince.AddHours(1)).State;

            Assert.True(!state.IsUnderWay || state.Phase == RolloutPhase.Held, $"still in {state.Phase}");
        });

    [Fact]
    public void Whatever_is_seen_a_rollout_ends_within_the_sum_of_its_deadlines() =>
        ForAll(walk =>
        {
            var state = walk.Start;
            var now = Plans.Start;
            var seen = walk.Moves.Where(move => move.Kind is not (0 or 8)).ToList();
            foreach (var move in seen.Count == 0 ? [] : Enumerable.Repeat(seen, 200).SelectMany(moves => moves))
            {
                now += TimeSpan.FromSeconds(10);
                state = RolloutMachine.Advance(state, move.In(state), now).State;
                if (!state.IsUnderWay)
                    break;
            }

            var stages = walk.Start.Plan.Stages.Length;
            var longest = TimeSpan.FromMinutes(stages * (5 + 2 + 2) + 5 * 2);
            Assert.True(
                !state.IsUnderWay || now - Plans.Start < longest,
                $"still in {state.Phase} after {now - Plans.Start}"
            );
        });

    [Fact]
    public void What_is_asked_twice_is_answered_once() =>
        ForAll(walk =>
        {
            var asked = walk.Turns().Select(turn => turn.Seen).OfType<Requested>().ToList();
            var state = walk.Turns()[^1].After;

            foreach (var request in asked.Where(request => request.Request.Rollout == state.Plan.Id))
            {
                var step = RolloutMachine.Advance(state, request, state.PhaseSince);
                Assert.Equal((state.Phase, 0), (step.State.Phase, step.Effects.Length));
            }
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
