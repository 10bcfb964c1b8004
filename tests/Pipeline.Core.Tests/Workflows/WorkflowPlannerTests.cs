using System.Collections.Immutable;
using Pipeline.Core.Workflows;
using Pipeline.Core.Workflows.Definitions;
using Pipeline.Core.Workflows.Jobs;
using Pipeline.Core.Workflows.Targets;

namespace Pipeline.Core.Tests.Workflows;

public sealed class WorkflowPlannerTests
{
    private static readonly TargetGraph Graph = new([
        new() { Name = "Restore", PreparesMachine = true },
        new()
        {
            Name = "Test",
            DependsOn = ["Restore"],
            Produces = ["artifacts/tests/*.trx", "artifacts/tests/*.xml"],
        },
        new() { Name = "Version", Produces = ["artifacts/version.json"] },
        new()
        {
            Name = "Image",
            DependsOn = ["Version"],
            After = ["Test"],
            Consumes = [new("Version", [])],
            Produces = ["artifacts/image/**", "artifacts/image.json"],
        },
        new()
        {
            Name = "Push",
            DependsOn = ["Image", "Test"],
            Consumes = [new("Image", []), new("Test", ["artifacts/tests/*.trx"])],
            Produces = ["artifacts/registry/**"],
            Secrets = ["RegistryPassword"],
        },
        new()
        {
            Name = "Deploy",
            DependsOn = ["Push"],
            Consumes = [new("Push", []), new("Image", ["artifacts/image.json"])],
            Triggers = ["CleanUp"],
            DeliversTo = "production",
        },
        new() { Name = "CleanUp", After = ["Deploy"] },
        new() { Name = "Audit", DependsOn = ["Restore"] },
        new() { Name = "Orphan", Consumes = [new("Version", [])] },
        new() { Name = "Empty" },
        new()
        {
            Name = "Fruitless",
            DependsOn = ["Empty"],
            Consumes = [new("Empty", [])],
        },
    ]);

    [Fact]
    public void A_stage_does_what_earlier_ones_left_to_do()
    {
        var plan = Plan(new("verify", "Test"), new("package", "Push"));

        Assert.Equal<string>(["Restore", "Test"], Job(plan, "verify").Targets);
        Assert.Equal<string>(["Version", "Image", "Push"], Job(plan, "package").Targets);
    }

    [Fact]
    public void What_prepares_a_machine_runs_on_each_machine_that_needs_it()
    {
        var plan = Plan(new("verify", "Test"), new("audit", "Audit"));

        Assert.Equal<string>(["Restore", "Audit"], Job(plan, "audit").Targets);
        Assert.Empty(Job(plan, "audit").Needs);
    }

    [Fact]
    public void What_a_target_triggers_runs_beside_it()
    {
        var plan = Plan(new("package", "Push"), Delivery("production", "Deploy"));

        Assert.Equal<string>(["Deploy", "CleanUp"], Job(plan, "production").Targets);
    }

    [Fact]
    public void Needs_follow_from_what_targets_depend_on_and_read()
    {
        var plan = Plan(new("verify", "Test"), new("package", "Push"), Delivery("production", "Deploy"));

        Assert.Empty(Job(plan, "verify").Needs);
        Assert.Equal<string>(["verify"], Job(plan, "package").Needs);
        Assert.Equal<string>(["package"], Job(plan, "production").Needs);
    }

    [Fact]
    public void Only_what_a_later_job_reads_is_handed_on_and_test_results_for_people()
    {
        var plan = Plan(new("verify", "Test"), new("package", "Push"), Delivery("production", "Deploy"));

        Assert.Equal<string>(["artifacts/tests/*.trx"], Job(plan, "verify").HandsOn!.Patterns);
        Assert.Equal<string>(["artifacts/image.json", "artifacts/registry/**"], Job(plan, "package").HandsOn!.Patterns);
        Assert.Equal("artifacts", Job(plan, "package").HandsOn!.Folder);
        Assert.Equal<string>(["package"], Job(plan, "production").Receives.Select(received => received.Name));
        Assert.Null(Job(plan, "production").HandsOn);
    }

    [Fact]
    public void A_standalone_stage_does_everything_itself_and_nobody_waits_for_it()
    {
        var elsewhere = new WorkflowStage("elsewhere", "Test")
        {
            Runners = [RunnerSystem.Windows, RunnerSystem.MacOS],
            Standalone = true,
        };

        var plan = Plan(new("verify", "Test"), elsewhere, new("package", "Push"));

        Assert.Equal<string>(["Restore", "Test"], Job(plan, "elsewhere").Targets);
        Assert.Empty(Job(plan, "elsewhere").Needs);
        Assert.Equal<string>(["verify"], Job(plan, "package").Needs);
        Assert.False(Job(plan, "elsewhere").HandsOn!.IsAwaited);
    }

    [Fact]
    public void Secrets_and_permissions_are_those_of_the_job_that_uses_them()
    {
        var plan = Plan(
            new("verify", "Test"),
            new("package", "Push") { Attests = true },
            Delivery("production", "Deploy")
        );

        Assert.Empty(Job(plan, "verify").Secrets);
        Assert.Equal<string>(["RegistryPassword"], Job(plan, "package").Secrets);
        Assert.Equal<string>(["Contents"], Scopes(plan, "verify"));
        Assert.Equal<string>(["Contents", "IdToken", "Attestations"], Scopes(plan, "package"));
        Assert.Equal<string>(["Contents", "IdToken"], Scopes(plan, "production"));
    }

    [Fact]
    public void All_problems_of_a_definition_are_named_at_once()
    {
        var definition = Workflow(
            new("verify", "Tests"),
            new("verify"),
            new("Package", "Push") { Timeout = TimeSpan.FromHours(7), Runners = [] },
            new("both", "Test") { Runners = [RunnerSystem.Linux, RunnerSystem.Windows] }
        ) with
        {
            Name = "My workflow",
            On =
            [
                new WorkflowTrigger.Schedule("every night"),
                new WorkflowTrigger.Manual(new WorkflowInput.Choice("level", "?", ["one"])),
            ],
        };

        Assert.Equal<string>(
            [
                "Name is 'My workflow': expected lower-case letters, digits and dashes, beginning with a letter",
                "2 stages are named verify: their jobs and artifacts would have the same name",
                "Schedule is 'every night': expected minute, hour, day, month and weekday, such as '30 2 * * *'",
                "input 'level': expected upper-case letters, digits and underscores",
                "input level is a choice: expected at least 2 options",
                "stage verify: the build has no target Tests; is Test meant?",
                "stage verify: it names no target",
                "stage Package: expected a name of lower-case letters, digits and dashes, beginning with a letter",
                "stage Package: Timeout is 07:00:00: expected more than nothing and at most 6 h",
                "stage Package: Runners is empty: it would run nowhere",
                "stage both: on 2 systems it would produce artifact both as often: make it Standalone, or name one system",
            ],
            ProblemsOf(definition)
        );
    }

    [Fact]
    public void A_target_that_reads_what_nothing_before_produces_is_refused()
    {
        Assert.Equal<string>(
            ["stage report: Orphan consumes what Version produces, and no stage before it runs Version"],
            ProblemsOf(Workflow(new WorkflowStage("report", "Orphan")))
        );
        Assert.Equal<string>(
            ["stage last: Fruitless consumes what Empty produces, and Empty produces nothing"],
            ProblemsOf(Workflow(new("first", "Empty"), new("last", "Fruitless")))
        );
    }

    [Fact]
    public void Stages_that_wait_for_each_other_are_refused()
    {
        var circular = new TargetGraph([
            new()
            {
                Name = "One",
                Consumes = [new("Two", [])],
                Produces = ["artifacts/one"],
            },
            new()
            {
                Name = "Two",
                Consumes = [new("One", [])],
                Produces = ["artifacts/two"],
            },
        ]);

        Assert.Equal<string>(
            ["stages first, second wait for each other"],
            ProblemsOf(Workflow(new("first", "One"), new("second", "Two")), circular)
        );
    }

    [Fact]
    public void A_delivery_needs_its_own_environment()
    {
        Assert.Equal<string>(
            ["stage production: Deploy delivers to production, and the stage has no Environment"],
            ProblemsOf(Workflow(new("package", "Push"), new("production", "Deploy")))
        );
        Assert.Equal<string>(
            ["stage production: Deploy delivers to production, and the stage's Environment is staging"],
            ProblemsOf(Workflow(new("package", "Push"), new("production", "Deploy") { Environment = new("staging") }))
        );
    }

    [Fact]
    public void A_pull_request_from_a_fork_gets_no_secret_and_no_delivery()
    {
        var definition = Workflow(
            new("package", "Push"),
            new("production", "Deploy") { Environment = new("production") }
        ) with
        {
            On = [new WorkflowTrigger.PullRequest("main")],
        };

        Assert.Equal<string>(
            [
                "stage package: Push needs secret RegistryPassword, which a pull request from a fork does not get: give the stage the Condition NotFromFork",
                "stage production: it would deliver what a pull request from a fork brings: give it a Condition",
            ],
            ProblemsOf(definition)
        );
    }

    [Fact]
    public void A_stage_that_comes_too_late_is_refused() =>
        Assert.Equal<string>(
            ["stage verify: Test runs in stage package already: put this stage before it, or leave the target out"],
            ProblemsOf(Workflow(new("package", "Push"), new("verify", "Test")))
        );

    [Fact]
    public void A_release_from_a_cache_that_others_write_is_refused() =>
        Assert.Equal<string>(
            ["UsesCache with a Tag: what is released must not come from a cache that other workflows can write"],
            ProblemsOf(Workflow(new WorkflowStage("verify", "Test")) with { On = [new WorkflowTrigger.Tag("v*")] })
        );

    [Theory]
    [InlineData("artifacts/a.json", "artifacts")]
    [InlineData("artifacts/a/**", "artifacts/a")]
    [InlineData("artifacts/a/*/*.trx", "artifacts/a")]
    [InlineData("artifacts/a/**|artifacts/b.json", "artifacts")]
    [InlineData("artifacts/a/**|artifacts/ab/**", "artifacts")]
    [InlineData("a/**|b/**", "")]
    [InlineData("a.json", "")]
    public void Files_are_stored_relative_to_the_deepest_folder_that_holds_all(string patterns, string folder) =>
        Assert.Equal(folder, new HandOver("any", [.. patterns.Split('|')], IsAwaited: true).Folder);

    private static WorkflowStage Delivery(string environment, string target) =>
        new(environment, target) { Environment = new(environment) };

    private static WorkflowDefinition Workflow(params ImmutableArray<WorkflowStage> stages) =>
        new()
        {
            Name = "sample",
            Purpose = "Any.",
            On = [new WorkflowTrigger.Push("main")],
            Stages = stages,
        };

    private static WorkflowPlan Plan(params ImmutableArray<WorkflowStage> stages) =>
        WorkflowPlanner.Plan(Workflow(stages), Graph);

    private static JobPlan Job(WorkflowPlan plan, string name) => plan.Jobs.Single(job => job.Name == name);

    private static IEnumerable<string> Scopes(WorkflowPlan plan, string job) =>
        Job(plan, job).Permissions.Select(permission => permission.Scope.ToString());

    private static ImmutableArray<string> ProblemsOf(WorkflowDefinition definition, TargetGraph? graph = null) =>
        Assert.Throws<InvalidWorkflowException>(() => WorkflowPlanner.Plan(definition, graph ?? Graph)).Problems;
}
