using System.Collections.Immutable;
using Nuke.Common;
using Pipeline.Core;
using Pipeline.Core.Workflows.Definitions;
using Pipeline.Workflows;
using Pipeline.Workflows.Azure;
using Pipeline.Workflows.GitHub;
using Serilog;

namespace Pipeline.Components.Workflows;

/// <summary>Writes the workflows of CI services, and checks that the committed ones are up to date. Needs <see cref="TargetGraphAttribute"/>.</summary>
public interface IGenerateWorkflows : IHazDelivery
{
    /// <summary>The workflows.</summary>
    ImmutableArray<WorkflowDefinition> Workflows { get; }

    /// <summary>The providers that they are written for.</summary>
    IReadOnlyList<IWorkflowDialect> Dialects => [new GitHubDialect(), new AzureDialect()];

    Target GenerateWorkflows =>
        _ =>
            _.Description("Writes the workflows of GitHub Actions and Azure Pipelines from build/Workflows.cs")
                .Executes(() =>
                {
                    var files = WorkflowContents();
                    foreach (var stale in WorkflowFolder.Stale(RootDirectory, files))
                        File.Delete(RootDirectory / stale);
                    WorkflowFolder.Write(RootDirectory, files);
                });

    Target VerifyWorkflows =>
        _ =>
            _.Description("Fails when a workflow differs from build/Workflows.cs and the targets of the build")
                .Executes(() =>
                {
                    if (WorkflowFolder.Drift(RootDirectory, WorkflowContents()).ToList() is not [_, ..] drift)
                        return;
                    drift.ForEach(line => Log.Error("{Line:l}", line));
                    ExitCode = Core.ExitCode.GateRefused;
                    Assert.Fail(
                        "the workflows differ from build/Workflows.cs: run ./build.sh GenerateWorkflows and commit the result"
                    );
                });

    private ImmutableSortedDictionary<string, string> WorkflowContents() =>
        WorkflowFiles.Of(
            Workflows,
            new TargetGraphReader(RootDirectory, Service).Read(
                RunState.Of(this).Targets
                    ?? throw new InvalidOperationException($"{GetType().Name} lacks the attribute [TargetGraph]")
            ),
            Dialects
        );
}
