using System.Collections.Immutable;
using Pipeline.Components.Deliver;
using Pipeline.Components.Evidence;
using Pipeline.Components.Generate;
using Pipeline.Components.Package;
using Pipeline.Components.Verify;
using Pipeline.Components.Workflows;
using Pipeline.Core.Workflows.Definitions;

/// <summary>What CI services run, and when. Jobs, artifacts, secrets and permissions follow from the targets.</summary>
static class Workflows
{
    static readonly WorkflowStage Verify = new(
        "verify",
        nameof(IFormatCheck.Format),
        nameof(ICoverageGate.CoverageGate),
        nameof(IDependencyGate.DependencyGate),
        nameof(IGenerateManifests.VerifyManifests),
        nameof(IGenerateWorkflows.VerifyWorkflows)
    );

    static readonly WorkflowStage TestElsewhere = new("test", nameof(ITestSolution.Test))
    {
        Runners = [RunnerSystem.Windows, RunnerSystem.MacOS],
        Standalone = true,
    };

    // Without them a development key signs, which only the embedded cluster accepts.
    static readonly ImmutableArray<string> SigningSecrets =
    [
        nameof(IHazEvidence.SigningKey),
        nameof(IHazEvidence.SigningKeyPassword),
    ];

    static readonly WorkflowStage Package = new("package", nameof(IPushImage.PushImage)) { Tools = [StageTool.Trivy] };

    public static readonly WorkflowDefinition Continuous = new()
    {
        Name = "continuous",
        Purpose = "Verifies and packages every pull request and every push.",
        On = [new WorkflowTrigger.PullRequest("main"), new WorkflowTrigger.Push("main")],
        Stages = [Verify, TestElsewhere, Package],
        Supersedes = true,
    };

    public static readonly WorkflowDefinition DeliveryToProduction = new()
    {
        Name = "delivery",
        Purpose = "Delivers every commit of main to development, staging and, once a person approves, production.",
        On =
        [
            new WorkflowTrigger.Push("main"),
            new WorkflowTrigger.Manual(
                new WorkflowInput.Text(
                    "PIPELINE_CONTEXT",
                    "Context of the cluster; empty for that of the environment, or the embedded one"
                )
            ),
        ],
        Stages =
        [
            Verify,
            Package with
            {
                Attests = true,
                Secrets = SigningSecrets,
            },
            Deliver("development", nameof(IDeployDevelopment.DeployDevelopment)),
            Deliver("staging", nameof(IDeployStaging.DeployStaging)),
            Deliver("production", nameof(IDeployProduction.DeployProduction), needsApproval: true),
        ],
    };

    public static readonly WorkflowDefinition Release = new()
    {
        Name = "release",
        Purpose = "Verifies, packages and attests what a tag names, from sources and packages alone.",
        On = [new WorkflowTrigger.Tag("v*")],
        Stages = [Verify, Package with { Attests = true, Secrets = SigningSecrets }],
        UsesCache = false,
    };

    public static readonly WorkflowDefinition Nightly = new()
    {
        Name = "nightly",
        Purpose = "Runs what takes too long for every push, and looks for what became known since.",
        On = [new WorkflowTrigger.Schedule("30 2 * * *"), new WorkflowTrigger.Manual()],
        Stages =
        [
            new("end-to-end", nameof(ITestSolution.EndToEnd)) { Timeout = TimeSpan.FromHours(1) },
            new("scan", nameof(IScanImage.ScanImage)) { Tools = [StageTool.Trivy] },
            new("pins", nameof(IVerifyPins.VerifyPins)),
        ],
    };

    public static readonly ImmutableArray<WorkflowDefinition> All =
    [
        Continuous,
        DeliveryToProduction,
        Release,
        Nightly,
    ];

    static WorkflowStage Deliver(string environment, string target, bool needsApproval = false) =>
        new(environment, target)
        {
            Environment = new(environment) { NeedsApproval = needsApproval },
            Condition = new StageCondition.OnBranch("main"),
            Timeout = TimeSpan.FromHours(1),
            Secrets = SigningSecrets,
        };
}
