using Nuke.Common;
using Nuke.Common.Execution;
using NukeCommon.Tests.Engine;

namespace NukeCommon.Tests.Execution;

public sealed class RelationTests : EngineTest
{
    [Theory]
    [InlineData(nameof(Build.DependsOnComponent), "Work DependsOnComponent")]
    [InlineData(nameof(Build.DependentForComponent), "DependentForComponent")]
    [InlineData(nameof(Build.TriggersComponent), "TriggersComponent Work")]
    [InlineData("BeforeComponent+Work", "BeforeComponent Work")]
    [InlineData("AfterComponent+Work", "Work AfterComponent")]
    public void Relations_reach_the_targets_of_components(string invoked, string expected)
    {
        var run = Run<Build>(x => x.DependsOnComponent, invoked, "--skip", nameof(Build.DependentForComponent));
        var skipped = expected == nameof(Build.DependentForComponent);

        Assert.Equal(skipped ? "" : expected, run.Targets);
    }

    [Fact]
    public void A_target_can_be_triggered_by_one_of_a_component()
    {
        var run = Run<Build>(x => x.DependsOnComponent, "Other");

        Assert.Equal("Other TriggeredByComponent", run.Targets);
    }

    [Theory]
    [InlineData("Depending", "Work Depending")]
    [InlineData("Early Work", "Early Work")]
    [InlineData("Late Work", "Work Late")]
    [InlineData("Triggering", "Triggering Work")]
    [InlineData("Other", "Preparing Other Triggered")]
    public void Try_relations_reach_the_targets_of_components_that_the_build_has(string invoked, string expected)
    {
        var run = Run<Trying>(x => x.Depending, [.. invoked.Split(' '), "--strict"]);

        Assert.Equal(expected, run.Targets);
    }

    [Fact]
    public void Consumed_files_are_those_named_or_all()
    {
        var targets = Describe();

        var consumer = targets.Single(x => x.Name == nameof(Build.Consumer));
        var producer = targets.Single(x => x.Name == nameof(Build.Producer));
        var work = targets.Single(x => x.Name == "Work");
        Assert.Equal(["a.json"], consumer.ArtifactDependencies[producer]);
        Assert.Equal(["b.json", "c.json"], consumer.ArtifactDependencies[work]);
        Assert.Equal(["d.json"], consumer.ArtifactDependencies[targets.Single(x => x.Name == "Other")]);
        Assert.Equal(3, consumer.ArtifactDependencies.Count);
        Assert.Equal(["a.json", "x/*.log"], producer.ArtifactProducts);
    }

    [Fact]
    public void A_target_that_consumes_without_naming_files_consumes_all()
    {
        var targets = Describe();

        var consumer = targets.Single(x => x.Name == nameof(Build.ConsumerOfAll));
        Assert.Equal(["Producer", "Work", "Other"], consumer.ArtifactDependencies.Select(x => x.Key.Name));
        Assert.All(consumer.ArtifactDependencies, Assert.Empty);
    }

    [Fact]
    public void Definitions_set_what_they_say()
    {
        var target = Describe().Single(x => x.Name == nameof(Build.Described));

        Assert.Equal("Says much", target.Description);
        Assert.False(target.Listed);
        Assert.Equal(3, target.PartitionSize);
        Assert.True(target.AssuredAfterFailure);
        Assert.True(target.ProceedAfterFailure);
        Assert.Equal(DependencyBehavior.Execute, target.DependencyBehavior);
    }

    [Fact]
    public void A_partition_of_one_is_refused()
    {
        var run = Run<WrongPartition>(x => x.Split);

        Assert.Equal("Target Split: a partition has at least two parts, not 1.", run.Error);
    }

    [Fact]
    public void Lists_of_targets_are_searched_by_property()
    {
        var run = Run<Build>(x => x.Searching);

        Assert.Equal("Searching Succeeded 0.0 s // Invoked: True; Planned: False", run.Row("Searching"));
    }

    private static IReadOnlyList<ExecutableTarget> Describe()
    {
        var build = new Build();
        return new TargetFactory(build, new BuildMembers(typeof(Build))).Create([]);
    }

    private interface IWork : INukeBuild
    {
        Target Work => _ => _.Executes(() => { });
    }

    private interface IOther : INukeBuild
    {
        Target Other => _ => _.Executes(() => { });
    }

    private class Build : NukeBuild, IWork, IOther
    {
        public Target DependsOnComponent => _ => _.DependsOn<IWork>().Executes(() => { });

        public Target DependentForComponent => _ => _.DependentFor<IWork>(x => x.Work).Executes(() => { });

        public Target BeforeComponent => _ => _.Before<IWork>(x => x.Work).Executes(() => { });

        public Target AfterComponent => _ => _.After<IWork>(x => x.Work).Executes(() => { });

        public Target TriggersComponent => _ => _.Triggers<IWork>(x => x.Work).Executes(() => { });

        public Target TriggeredByComponent => _ => _.TriggeredBy<IOther>(x => x.Other).Executes(() => { });

        public Target Producer => _ => _.Produces("a.json", "x/*.log");

        public Target Consumer =>
            _ =>
                _.Consumes(Producer, "a.json")
                    .Consumes<IWork>(x => x.Work, "b.json", "c.json")
                    .Consumes<IOther>("d.json");

        public Target ConsumerOfAll =>
            _ => _.Consumes(Producer).Consumes<IWork>(x => x.Work).Consumes<IOther>(x => x.Other);

        public Target Described =>
            _ =>
                _.Description("Says much")
                    .Unlisted()
                    .Partition(3)
                    .AssuredAfterFailure()
                    .ProceedAfterFailure()
                    .WhenSkipped(DependencyBehavior.Execute);

        public Target Searching =>
            _ =>
                _.Executes(() =>
                    ReportSummary(summary =>
                    {
                        summary["Invoked"] = InvokedTargets.Contains(Searching).ToString();
                        summary["Planned"] = ExecutionPlan.Contains(Producer).ToString();
                        return summary;
                    })
                );
    }

    private class Trying : NukeBuild, IWork, IOther
    {
        public Target Depending => _ => _.TryDependsOn<IWork>().Executes(() => { });

        public Target Early => _ => _.TryBefore<IWork>().Executes(() => { });

        public Target Late => _ => _.TryAfter<IWork>().Executes(() => { });

        public Target Triggering => _ => _.TryTriggers<IWork>().Executes(() => { });

        public Target Preparing => _ => _.TryDependentFor<IOther>().Executes(() => { });

        public Target Triggered => _ => _.TryTriggeredBy<IOther>().Executes(() => { });
    }

    private class WrongPartition : NukeBuild
    {
        public Target Split => _ => _.Partition(1);
    }
}
