using Pipeline.Core.Rollouts;

namespace Pipeline.Kubernetes.Rollouts;

/// <summary>What the executor acts on: carries out effects and observes what a phase waits for.</summary>
public interface IRolloutWorld
{
    /// <summary>Carries out one effect; carried out again, it changes nothing.</summary>
    Task CarryOutAsync(RolloutState state, RolloutEffect effect, CancellationToken cancellationToken);

    /// <summary>The next thing that the state's phase waits for; returns after a moment even if nothing changed.</summary>
    Task<RolloutObservation> ObserveAsync(RolloutState state, CancellationToken cancellationToken);
}
