using Pipeline.Components.Deliver;
using Pipeline.Components.Simulate;
using Pipeline.Components.Tests.Deliver;
using Pipeline.Core;
using Pipeline.Core.Rollouts.Simulation;

namespace Pipeline.Components.Tests.Simulate;

public sealed class SimulationReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_timeline_begins_with_the_plan_and_ends_with_the_exit_code()
    {
        var scenario = new Scenario
        {
            Description = "errors everywhere",
            PodsReadyAfterSeconds = 2,
            Conditions = [new TrafficCondition { ErrorRate = 0.05 }],
        };

        var lines = await ReportOf(scenario);

        Assert.Equal("errors everywhere", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("canary: bbbbbbbbbbbb+"));
        Assert.Contains("00:02.0  2 pods ready, smoke check", string.Join("\n", lines));
        Assert.Contains(lines, line => line.Contains("RolledBack: error rate "));
        Assert.Equal("such a run exits with 20", lines[^1]);
    }

    [Fact]
    public async Task A_good_version_ends_in_standby()
    {
        var lines = await ReportOf(new Scenario { Description = "good" });

        Assert.Equal("such a run exits with 0", lines[^1]);
    }

    [Fact]
    public void A_scenario_is_found_by_its_name_or_its_path()
    {
        var file = Path.Combine(folder.Path, "mine.json");
        File.WriteAllText(file, """{"description":"mine"}""");
        var scenarios = new ScenarioFiles(folder.Path);

        Assert.Equal(("mine", "mine"), (scenarios.Read("mine").Description, scenarios.Read(file).Description));
    }

    [Theory]
    [InlineData(null, "--scenario is missing: name one of mine")]
    [InlineData("theirs", "--scenario is 'theirs', which is no file: name one of mine")]
    [InlineData("mine", "mine.json is no scenario")]
    public void A_scenario_that_is_none_is_refused(string? name, string message)
    {
        File.WriteAllText(Path.Combine(folder.Path, "mine.json"), "{");

        var refusal = Assert.Throws<DeliveryException>(() => new ScenarioFiles(folder.Path).Read(name));

        Assert.StartsWith(message, refusal.Message);
        Assert.Equal(ExitCode.BuildFailed, refusal.ExitCode);
    }

    private static Task<IReadOnlyList<string>> ReportOf(Scenario scenario) =>
        new SimulationReport(Services.Good, DeliveryFixture.Production).RunAsync(scenario);
}
