using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using static Pipeline.Core.Rollouts.RolloutObservation;

namespace Pipeline.Core.Tests.Rollouts;

/// <summary>A rollout that sees what it waits for, and between that anything at all.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Moves">What it sees after each other, as numbers to which the state of the moment gives a meaning.</param>
internal sealed record RandomWalk(RolloutState Start, ImmutableArray<WalkMove> Moves)
{
    private static readonly Gen<RolloutState> Starts =
        from kind in Gen.Choose(0, 3)
        from stages in Gen.Choose(0, 4)
        from weights in Gen.Choose(1, 99).ArrayOf(stages)
        select kind switch
        {
            0 => Plans.Begin(new RolloutStrategy.Rolling()),
            1 => Plans.Begin(new RolloutStrategy.BlueGreen()),
            2 => Plans.Begin(Plans.CanaryOf(100), EnvironmentSnapshot.Empty),
            _ => Plans.Begin(Plans.CanaryOf([.. weights.Distinct().Order(), 100])),
        };

    private static readonly Gen<WalkMove> AnyMove =
        from kind in Gen.Choose(0, 16)
        from number in Gen.Choose(0, 100)
        from seconds in Gen.Choose(0, 60)
        select new WalkMove(kind, number, TimeSpan.FromSeconds(seconds));

    public static Arbitrary<RandomWalk> Any { get; } =
        (
            from start in Starts
            from length in Gen.Choose(0, 60)
            from moves in AnyMove.ArrayOf(length)
            select new RandomWalk(start, [.. moves])
        ).ToArbitrary();

    /// <summary>The turns of the walk; the first one is its start.</summary>
    public IReadOnlyList<WalkTurn> Turns()
    {
        var now = Plans.Start;
        var turns = new List<WalkTurn> { WalkTurn.Of(Start, new Started(), now) };
        foreach (var move in Moves)
        {
            now += move.Time;
            turns.Add(WalkTurn.Of(turns[^1].After, move.In(turns[^1].After), now));
        }

        return turns;
    }

    /// <summary>Goes on from a state with nothing but what it waits for, until nothing is left to do.</summary>
    public static IReadOnlyList<WalkTurn> Finish(RolloutState state, RolloutObservation first)
    {
        var now = state.PhaseSince;
        var turns = new List<WalkTurn> { WalkTurn.Of(state, first, now) };
        while (turns[^1].After is { IsUnderWay: true } left)
        {
            Assert.True(turns.Count < 500, $"still in {left.Phase} after 500 turns");
            turns.Add(WalkTurn.Of(left, WalkMove.AwaitedIn(left), now));
        }

        return turns;
    }
}
