using EndToEnd.Tests.Clones;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Scenarios;

public sealed class CommandLineTests(FreshClone clone, ITestOutputHelper output) : Scenario(clone, output)
{
    [SkippableFact]
    public async Task An_unknown_target_is_refused_with_the_closest_one()
    {
        var run = await BuildAsync("DeployStagin");

        run.Exits(255);
        run.Says("DeployStagin", "DeployStaging");
    }

    [SkippableFact]
    public async Task An_unknown_parameter_is_refused_with_the_closest_one()
    {
        var run = await BuildAsync("--fault-eror-rate", "0.05");

        run.Exits(255);
        run.Says("fault-eror-rate", "fault-error-rate");
        run.NeverSays("Restore");
    }
}
