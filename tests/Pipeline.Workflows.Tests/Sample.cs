using Pipeline.Core.Workflows;
using Pipeline.Core.Workflows.Definitions;
using Pipeline.Core.Workflows.Jobs;
using Pipeline.Core.Workflows.Targets;

namespace Pipeline.Workflows.Tests;

/// <summary>A delivery with everything that a provider has to express.</summary>
internal static class Sample
{
    public static TargetGraph Targets { get; } =
        new([
            new() { Name = "Compile" },
            new()
            {
                Name = "Test",
                DependsOn = ["Compile"],
                Produces = ["artifacts/test-results/*/*.trx", "artifacts/test-results/*/*.xml"],
            },
            new()
            {
                Name = "Pack",
                After = ["Test"],
                Produces = ["artifacts/image/**", "artifacts/image.json"],
            },
            new()
            {
                Name = "Push",
                DependsOn = ["Test", "Pack"],
                Consumes = [new("Test", []), new("Pack", [])],
                Produces = ["artifacts/registry/**"],
                Secrets = ["RegistryPassword"],
            },
            new()
            {
                Name = "DeployStaging",
                DependsOn = ["Push"],
                Consumes = [new("Push", []), new("Pack", ["artifacts/image.json"])],
                Produces = ["artifacts/evidence/**"],
                Triggers = ["CleanUp"],
                DeliversTo = "staging",
            },
            new()
            {
                Name = "DeployProduction",
                DependsOn = ["DeployStaging"],
                Consumes = [new("Push", []), new("DeployStaging", [])],
                Triggers = ["CleanUp"],
                DeliversTo = "production",
            },
            new() { Name = "CleanUp", After = ["DeployStaging", "DeployProduction"] },
        ]);

    public static WorkflowDefinition Definition { get; } =
        new()
        {
            Name = "everything",
            Purpose = "Shows everything that a workflow can say.",
            On =
            [
                new WorkflowTrigger.Push("main") { Paths = ["src/**"] },
                new WorkflowTrigger.PullRequest("main"),
                new WorkflowTrigger.Schedule("30 2 * * 1-5"),
                new WorkflowTrigger.Manual(
                    new WorkflowInput.Text("PIPELINE_CONTEXT", "Which cluster?"),
                    new WorkflowInput.Flag("DRY_RUN", "Only look?"),
                    new WorkflowInput.Choice("LOG_LEVEL", "How much?", ["info", "debug"])
                ),
            ],
            Stages =
            [
                new("verify", "Test"),
                new("elsewhere", "Test") { Runners = [RunnerSystem.Windows, RunnerSystem.MacOS], Standalone = true },
                new("package", "Push")
                {
                    Condition = new StageCondition.NotFromFork(),
                    Tools = [StageTool.Trivy],
                    Attests = true,
                },
                new("staging", "DeployStaging")
                {
                    Environment = new("staging"),
                    Condition = new StageCondition.OnBranch("main"),
                },
                new("production", "DeployProduction")
                {
                    Environment = new("production") { NeedsApproval = true },
                    Condition = new StageCondition.OnBranch("main"),
                    Timeout = TimeSpan.FromMinutes(90),
                },
            ],
        };

    public static WorkflowPlan Plan { get; } = WorkflowPlanner.Plan(Definition, Targets);
}
