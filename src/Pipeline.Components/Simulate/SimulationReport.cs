using System.Globalization;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Core.Rollouts.Simulation;
using Pipeline.Kubernetes.Simulation;

namespace Pipeline.Components.Simulate;

/// <summary>Simulates a rollout and tells it as a timeline.</summary>
/// <param name="service">The service.</param>
/// <param name="environment">The environment.</param>
internal sealed class SimulationReport(ServiceDefinition service, DeliveryEnvironment environment)
{
    private static readonly DateTimeOffset Midnight = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The plan, a line per phase with the time since the start, and the end.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(Scenario scenario)
    {
        var start = Begin();
        var lines = new List<string> { scenario.Description };
        lines.AddRange(start.Plan.Describe());
        var simulation = new RolloutSimulation(service, environment);
        var (end, _) = await simulation.RunAsync(scenario, start, (at, state) => lines.Add(Line(at, state)));

        foreach (var verdict in end.Verdicts)
            lines.Add($"at {verdict.Weight}: {verdict.Sentence}");
        lines.Add(end.Conclusion());
        lines.Add($"such a run exits with {ExitCode.Of(end.Outcome ?? RolloutOutcome.Promoted)}");
        return lines;
    }

    private static string Line(TimeSpan at, RolloutState state)
    {
        var reason = state.Phase == RolloutPhase.Returning ? $"{state.Outcome}: {state.Reason}; " : "";
        return string.Create(CultureInfo.InvariantCulture, $"{at:mm\\:ss\\.f}  {reason}{state.Describe()}");
    }

    private RolloutState Begin()
    {
        var hash = ConfigurationHash.Of(environment.Configuration);
        var snapshot = new EnvironmentSnapshot(Track.A, new Revision(Digest('a'), hash), Epoch: 0, Last: null);
        var wanted = new WantedVersion(new Revision(Digest('b'), hash));
        return RolloutPlanner.Decide(service, environment, snapshot, wanted, Midnight) is RolloutDecision.Begin begin
            ? begin.State
            : throw new InvalidOperationException("a version that does not serve yet is rolled out");
    }

    private static string Digest(char digit) => $"sha256:{new string(digit, 64)}";
}
