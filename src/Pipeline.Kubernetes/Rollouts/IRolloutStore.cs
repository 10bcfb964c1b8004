using Pipeline.Core.Rollouts;

namespace Pipeline.Kubernetes.Rollouts;

/// <summary>Keeps the state of an environment's rollout where the next executor finds it.</summary>
public interface IRolloutStore
{
    /// <summary>The last state written, or null when the environment never had a rollout.</summary>
    /// <exception cref="FormatException">What is there cannot be read by this program.</exception>
    Task<RolloutState?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Writes the state.</summary>
    /// <exception cref="RolloutConflictException">Someone else wrote since this store last read or wrote.</exception>
    Task SaveAsync(RolloutState state, CancellationToken cancellationToken);

    /// <summary>What a person asks of this rollout and the state has not seen yet; null when there is nothing.</summary>
    Task<OperatorRequest?> PendingAsync(RolloutState state, CancellationToken cancellationToken);
}
