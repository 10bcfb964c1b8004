using System.Collections.Immutable;
using Pipeline.Core.Rollouts;

namespace Pipeline.Core.Tests.Rollouts;

/// <summary>One answer of the machine, with what it answered.</summary>
internal sealed record WalkTurn(RolloutObservation Seen, RolloutState After, ImmutableArray<RolloutEffect> Effects)
{
    public static WalkTurn Of(RolloutState before, RolloutObservation seen, DateTimeOffset now)
    {
        var (after, effects) = RolloutMachine.Advance(before, seen, now);
        return new WalkTurn(seen, after, effects);
    }
}
