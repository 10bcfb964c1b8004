using Pipeline.Core.Workflows;
using Pipeline.Core.Workflows.Definitions;
using Pipeline.Core.Workflows.Jobs;
using Pipeline.Core.Workflows.Targets;
using Pipeline.Workflows.Azure;
using Pipeline.Workflows.GitHub;
using Pipeline.Workflows.GitLab;

namespace Pipeline.Workflows.Tests.Equality;

/// <summary>What runs with each provider is what the model says, read from what the files do.</summary>
public sealed class EqualityTests
{
    private static readonly Dictionary<
        string,
        (IWorkflowDialect Dialect, Func<string, IEnumerable<JobGraph>> Read)
    > Providers = new()
    {
        ["GitHub"] = (new GitHubDialect(), GitHubReader.Read),
        ["Azure"] = (new AzureDialect(), AzureReader.Read),
        ["GitLab"] = (new GitLabDialect(), GitLabReader.Read),
    };

    public static TheoryData<string> Names => [.. Providers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_generated_graph_is_that_of_the_model(string provider)
    {
        var (dialect, read) = Providers[provider];

        var generated = read(dialect.Write(Sample.Plan));

        Assert.Equal(Lines(Sample.Plan.Jobs.Select(JobGraph.Of)), Lines(generated));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_difference_in_any_part_is_seen(string provider)
    {
        var (dialect, read) = Providers[provider];
        var written = dialect.Write(Sample.Plan);
        (string There, string Instead)[] changes =
        [
            ("./build.sh Compile Test --skip", "./build.sh Compile --skip"),
            ("REGISTRY_PASSWORD", "OTHER_PASSWORD"),
            ("artifacts/registry/**", "artifacts/other/**"),
            ("registry/**", "other/**"),
        ];

        var seen = changes
            .Where(change => written.Contains(change.There, StringComparison.Ordinal))
            .Select(change => Lines(read(written.Replace(change.There, change.Instead, StringComparison.Ordinal))))
            .ToList();

        Assert.True(seen.Count >= 3);
        Assert.All(seen, lines => Assert.NotEqual(Lines(Sample.Plan.Jobs.Select(JobGraph.Of)), lines));
    }

    [Fact]
    public void Random_workflows_are_the_same_with_every_provider()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var plan = RandomPlan(new Random(seed));

            var expected = Lines(plan.Jobs.Select(JobGraph.Of));

            foreach (var (dialect, read) in Providers.Values)
                Assert.Equal(expected, Lines(read(dialect.Write(plan))));
        }
    }

    private static List<string> Lines(IEnumerable<JobGraph> jobs) => [.. jobs.Select(job => job.ToString())];

    // Each target depends on some earlier ones and reads what some of those leave behind.
    private static WorkflowPlan RandomPlan(Random random)
    {
        var names = Enumerable.Range(0, 12).Select(number => $"Target{(char)('A' + number)}").ToList();
        var targets = names.Select((name, index) => RandomTarget(name, [.. names.Take(index)], random)).ToArray();
        var stages = names.Chunk(3).Select((chunk, index) => new WorkflowStage($"stage-{index}", [.. chunk]));
        return WorkflowPlanner.Plan(Sample.Definition with { Stages = [.. stages] }, new TargetGraph([.. targets]));
    }

    private static TargetNode RandomTarget(string name, string[] earlier, Random random)
    {
        var before = earlier.Where(_ => random.Next(3) == 0).ToList();
        return new TargetNode
        {
            Name = name,
            DependsOn = [.. before],
            Produces = [$"artifacts/{name}/**", $"artifacts/{name}.json"],
            Consumes = [.. before.Where(_ => random.Next(2) == 0).Select(other => new Consumption(other, []))],
        };
    }
}
