using System.Text.RegularExpressions;
using EndToEnd.Tests.Clones;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Scenarios;

public sealed partial class GateTests(FreshClone clone, ITestOutputHelper output) : Scenario(clone, output)
{
    [SkippableFact]
    public async Task Coverage_below_the_limit_is_refused_with_nothing_deployed()
    {
        await Clone.EnsureShippedAsync();
        using var doctored = FileChange.Of(
            Directory.GetFiles(Clone["artifacts/test-results"], "coverage.cobertura.xml", SearchOption.AllDirectories),
            report => Hits().Replace(report, "hits=\"0\"")
        );

        var run = await BuildAsync();

        run.Exits(10);
        run.Says("coverage gate refused", "0 %");
        run.Says("DeployDevelopment", "NotRun");
        run.NeverSays("embedded cluster: API");
    }

    [GeneratedRegex("""hits="\d+["]""")]
    private static partial Regex Hits();
}
