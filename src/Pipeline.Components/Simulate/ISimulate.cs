using Nuke.Common;
using Nuke.Common.IO;
using Pipeline.Components.Deliver;
using Serilog;

namespace Pipeline.Components.Simulate;

/// <summary>Tries out what a rollout would do, on virtual time and without a cluster.</summary>
public interface ISimulate : IHazEnvironment
{
    /// <summary>Where the scenarios lie that are shipped.</summary>
    AbsolutePath ScenarioDirectory => RootDirectory / "docs" / "scenarios";

    /// <summary>Name of a shipped scenario, or path of a file.</summary>
    [Parameter("Simulate: name of a scenario in docs/scenarios, or path of a scenario file")]
    string? Scenario => TryGetValue(() => Scenario);

    Target Simulate =>
        _ =>
            _.Description("Runs a scenario through the machine of real rollouts, on virtual time")
                .Executes(async () =>
                {
                    try
                    {
                        var scenario = new ScenarioFiles(ScenarioDirectory).Read(Scenario);
                        var simulation = new SimulationReport(Service, NamedEnvironment());
                        foreach (var line in await simulation.RunAsync(scenario))
                            Log.Information("{Line:l}", line);
                    }
                    catch (DeliveryException refused)
                    {
                        ExitCode = refused.ExitCode;
                        throw;
                    }
                });
}
