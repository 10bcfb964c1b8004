using Pipeline.Core.Rollouts;
using Pipeline.Kubernetes.Rollouts;

namespace Pipeline.Kubernetes.Simulation;

/// <summary>Notes every effect and every observation of a world.</summary>
/// <param name="inner">The world.</param>
/// <param name="clock">The time, which begins now.</param>
public sealed class TracedWorld(IRolloutWorld inner, TimeProvider clock) : IRolloutWorld
{
    private readonly DateTimeOffset start = clock.GetUtcNow();
    private readonly List<TraceEvent> events = [];

    /// <summary>What happened so far.</summary>
    public IReadOnlyList<TraceEvent> Events => events;

    /// <inheritdoc/>
    public Task CarryOutAsync(RolloutState state, RolloutEffect effect, CancellationToken cancellationToken)
    {
        Note($"{state.Phase}: {effect}");
        return inner.CarryOutAsync(state, effect, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<RolloutObservation> ObserveAsync(RolloutState state, CancellationToken cancellationToken)
    {
        var seen = await inner.ObserveAsync(state, cancellationToken);
        Note($"{state.Phase}: {seen}");
        return seen;
    }

    private void Note(string text) => events.Add(new TraceEvent(clock.GetUtcNow() - start, text));
}
