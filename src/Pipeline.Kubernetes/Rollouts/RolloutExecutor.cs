using Pipeline.Core.Rollouts;

namespace Pipeline.Kubernetes.Rollouts;

/// <summary>Drives <see cref="RolloutMachine"/> against the world: writes the state, carries out the effects, observes, and again.</summary>
/// <param name="world">What the effects act on.</param>
/// <param name="store">Where the state is written before each effect.</param>
/// <param name="clock">The time.</param>
/// <param name="entered">Is told each phase that the rollout enters.</param>
public sealed class RolloutExecutor(
    IRolloutWorld world,
    IRolloutStore store,
    TimeProvider clock,
    Action<RolloutState> entered
)
{
    private static readonly RolloutObservation Interrupted = new RolloutObservation.Stopped("the run was interrupted");

    /// <summary>Runs a rollout from any state until an executor has nothing more to do.</summary>
    /// <param name="state">The state to begin or to continue with.</param>
    /// <param name="stop">Asks for the return to the stable revision; the returned state tells how it ended.</param>
    public async Task<RolloutState> RunAsync(RolloutState state, CancellationToken stop)
    {
        var observation = await FirstAsync(state, stop);
        for (var isFirst = true; ; isFirst = false)
        {
            var (next, effects) = RolloutMachine.Advance(state, observation, clock.GetUtcNow());
            if (isFirst || next != state)
                await store.SaveAsync(next, CancellationToken.None);
            if (isFirst || next.Phase != state.Phase)
                entered(next);

            // A rollout that is being stopped still has to carry out its return: effects are never cancelled.
            foreach (var effect in effects)
                await world.CarryOutAsync(next, effect, CancellationToken.None);

            state = next;
            if (await store.PendingAsync(state, CancellationToken.None) is { } request)
                observation = new RolloutObservation.Requested(request);
            else if (state.IsUnderWay)
                observation = await ObserveAsync(state, stop);
            else
                return state;
        }
    }

    // What is to be given up is not carried a step further first.
    private async Task<RolloutObservation> FirstAsync(RolloutState state, CancellationToken stop)
    {
        if (stop.IsCancellationRequested && state.Outcome is null)
            return Interrupted;

        return
            await store.PendingAsync(state, CancellationToken.None)
                is { Kind: RequestKind.Abort or RequestKind.Undo } request
            ? new RolloutObservation.Requested(request)
            : new RolloutObservation.Started();
    }

    private async Task<RolloutObservation> ObserveAsync(RolloutState state, CancellationToken stop)
    {
        if (state.Outcome is not null)
            return await world.ObserveAsync(state, CancellationToken.None);

        try
        {
            stop.ThrowIfCancellationRequested();
            return await world.ObserveAsync(state, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Interrupted;
        }
    }
}
