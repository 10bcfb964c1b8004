using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Core.Rollouts.Simulation;
using Pipeline.Kubernetes.Rollouts;

namespace Pipeline.Kubernetes.Simulation;

/// <summary>Drives the executor and the machine of real rollouts through a scenario, on virtual time.</summary>
/// <param name="service">The service.</param>
/// <param name="environment">The environment.</param>
public sealed class RolloutSimulation(ServiceDefinition service, DeliveryEnvironment environment)
{
    /// <summary>Runs a scenario to its end.</summary>
    /// <param name="scenario">What happens.</param>
    /// <param name="start">The rollout before anything has happened; its phase's time is that of the start.</param>
    /// <param name="entered">Is told each phase with the time since the start.</param>
    /// <returns>The end, and every effect and observation on the way.</returns>
    public async Task<(RolloutState End, IReadOnlyList<TraceEvent> Trace)> RunAsync(
        Scenario scenario,
        RolloutState start,
        Action<TimeSpan, RolloutState> entered
    )
    {
        var clock = new VirtualClock(start.PhaseSince);
        var world = new TracedWorld(new VirtualWorld(service, environment, scenario, start, clock), clock);
        var executor = new RolloutExecutor(
            world,
            new ScheduledStore(inner: null, scenario, clock),
            clock,
            state => entered(clock.GetUtcNow() - start.PhaseSince, state)
        );
        return (await executor.RunAsync(start, CancellationToken.None), world.Events);
    }
}
