using System.Collections.Immutable;

namespace Pipeline.Core.Rollouts;

/// <summary>What the machine answers: the state to write, then the effects to carry out in order.</summary>
public readonly record struct RolloutStep(RolloutState State, ImmutableArray<RolloutEffect> Effects);
