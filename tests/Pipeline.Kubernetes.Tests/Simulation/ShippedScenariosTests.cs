using Pipeline.Core.Rollouts;
using Pipeline.Core.Rollouts.Simulation;
using Pipeline.Kubernetes.Simulation;
using Pipeline.Kubernetes.Tests.Rollouts;

namespace Pipeline.Kubernetes.Tests.Simulation;

public sealed class ShippedScenariosTests
{
    [Theory]
    [InlineData("healthy", RolloutOutcome.Promoted)]
    [InlineData("errors-at-5", RolloutOutcome.RolledBack)]
    [InlineData("errors-at-25", RolloutOutcome.RolledBack)]
    [InlineData("few-errors", RolloutOutcome.NotProved)]
    [InlineData("little-traffic", RolloutOutcome.NotProved)]
    [InlineData("no-traffic", RolloutOutcome.NotProved)]
    [InlineData("never-ready", RolloutOutcome.NeverReady)]
    [InlineData("smoke-check-fails", RolloutOutcome.RolledBack)]
    [InlineData("traffic-does-not-follow", RolloutOutcome.NotProved)]
    [InlineData("held-and-resumed", RolloutOutcome.Promoted)]
    public async Task A_scenario_that_is_shipped_ends_as_its_description_says(string name, RolloutOutcome outcome)
    {
        var scenario = ScenarioJson.Read(File.ReadAllText(Repository.File($"docs/scenarios/{name}.json")), name);
        var production = await StubProduction.ServingAsync();
        var simulation = new RolloutSimulation(TestDelivery.Service, StubProduction.Environment);

        var (end, _) = await simulation.RunAsync(scenario, production.Begin(), (_, _) => { });

        Assert.Equal(outcome, end.Outcome);
    }

    [Fact]
    public void A_scenario_with_problems_is_refused_with_all_of_them()
    {
        const string Json = """
            {
              "description": "bad",
              "requestsPerSecond": -1,
              "conditions": [{ "errorRate": 5, "fromWeight": 120 }],
              "requests": [{ "atSeconds": -3, "ask": "hold" }]
            }
            """;

        var problem = Assert.Throws<FormatException>(() => ScenarioJson.Read(Json, "bad.json"));

        Assert.Equal(
            [
                "bad.json: requestsPerSecond is -1: it must not be negative",
                "bad.json: conditions[0].errorRate is 5: a share lies between 0 and 1",
                "bad.json: conditions[0].fromWeight is 120: a weight lies between 0 and 100",
                "bad.json: requests[0].atSeconds is -3: it must not be negative",
            ],
            problem.Message.Split('\n')
        );
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"description":"x","requestPerSecond":1}""")]
    [InlineData("""{"requestsPerSecond":1}""")]
    public void Something_else_is_refused_with_the_name_of_the_file(string json)
    {
        var problem = Assert.Throws<FormatException>(() => ScenarioJson.Read(json, "odd.json"));

        Assert.StartsWith("odd.json is", problem.Message);
    }
}
