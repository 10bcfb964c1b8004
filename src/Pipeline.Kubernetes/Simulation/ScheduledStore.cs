using Pipeline.Core.Rollouts;
using Pipeline.Core.Rollouts.Simulation;
using Pipeline.Kubernetes.Rollouts;

namespace Pipeline.Kubernetes.Simulation;

/// <summary>A store in which people leave their requests when a scenario says so.</summary>
/// <param name="inner">Where the state is kept; null to keep it nowhere.</param>
/// <param name="scenario">The scenario.</param>
/// <param name="clock">The time, which begins now.</param>
public sealed class ScheduledStore(IRolloutStore? inner, Scenario scenario, TimeProvider clock) : IRolloutStore
{
    // A hold has no deadline, but a simulation must end.
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(1);

    private readonly DateTimeOffset start = clock.GetUtcNow();

    /// <inheritdoc/>
    public Task<RolloutState?> LoadAsync(CancellationToken cancellationToken) =>
        inner?.LoadAsync(cancellationToken) ?? Task.FromResult<RolloutState?>(null);

    /// <inheritdoc/>
    public Task SaveAsync(RolloutState state, CancellationToken cancellationToken) =>
        inner?.SaveAsync(state, cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public Task<OperatorRequest?> PendingAsync(RolloutState state, CancellationToken cancellationToken)
    {
        var elapsed = (clock.GetUtcNow() - start).TotalSeconds;
        var due = scenario
            .Requests.Index()
            .Where(each => each.Item.AtSeconds <= elapsed)
            .Select(each => Request(state, each.Index, each.Item));
        return Task.FromResult(
            due.FirstOrDefault(request => !state.HasSeen(request)) ?? (IsForgotten(state) ? Abort(state) : null)
        );
    }

    private bool IsForgotten(RolloutState state) =>
        state.Phase == RolloutPhase.Held
        && clock.GetUtcNow() - state.PhaseSince > LongestHold
        && scenario.Requests.All(request => clock.GetUtcNow() > start.AddSeconds(request.AtSeconds));

    private OperatorRequest Abort(RolloutState state) =>
        Request(
            state,
            scenario.Requests.Length,
            new ScheduledRequest((clock.GetUtcNow() - start).TotalSeconds, RequestKind.Abort)
        ) with
        {
            Why = "nobody resumed it",
        };

    private OperatorRequest Request(RolloutState state, int index, ScheduledRequest scheduled) =>
        new()
        {
            Id = $"{index}",
            Rollout = state.Plan.Id,
            Kind = scheduled.Ask,
            By = "the scenario",
            Why = "",
            At = start.AddSeconds(scheduled.AtSeconds),
        };
}
