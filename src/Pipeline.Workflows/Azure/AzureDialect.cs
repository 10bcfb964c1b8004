using Pipeline.Core.Workflows.Definitions;
using Pipeline.Core.Workflows.Jobs;
using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows.Azure;

/// <summary>Azure Pipelines (https://learn.microsoft.com/azure/devops/pipelines/yaml-schema): a stage per job, so that each can have its lock and its approval.</summary>
public sealed class AzureDialect : IWorkflowDialect
{
    /// <inheritdoc/>
    public string Provider => "Azure Pipelines";

    /// <inheritdoc/>
    public string PathOf(string workflow) => $"azure-pipelines-{workflow}.yml";

    /// <inheritdoc/>
    public IEnumerable<string> Problems(WorkflowPlan plan)
    {
        foreach (var job in plan.Jobs.Where(job => job.Name is "deploy"))
            yield return $"a job cannot be named {job.Name}, which is a word of its language";
    }

    /// <inheritdoc/>
    public string Write(WorkflowPlan plan) =>
        GeneratedDocument.Write(
            plan.Definition.Purpose,
            new YamlMapping
            {
                { "name", $"{plan.Name}-$(Date:yyyyMMdd)$(Rev:.r)" },
                { "trigger", AzureTriggers.Pushes(plan.Definition) },
                { "pr", AzureTriggers.PullRequests(plan.Definition) },
                { "schedules", AzureTriggers.Schedules(plan.Definition) },
                { "parameters", AzureParameters.Of(plan).OrNothing() },
                { "variables", AzureParameters.Variables(plan).OrNothing() },
                {
                    "stages",
                    new YamlSequence { plan.Jobs.Select(job => AzureStage.Of(job, plan)) }
                },
            }
        );

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> Shared(IReadOnlyList<WorkflowPlan> plans) =>
        [
            KeyValuePair.Create(AzurePreparation.Template, AzurePreparation.Write()),
            KeyValuePair.Create("docs/azure-setup.md", AzureSetup.Write(plans, PathOf)),
        ];

    /// <summary>The identifier of a job, which has no dashes.</summary>
    internal static string IdOf(string job) => job.Replace('-', '_');

    /// <summary>The machine for an operating system.</summary>
    internal static string ImageOf(RunnerSystem runner) =>
        runner switch
        {
            RunnerSystem.Windows => "windows-2025",
            RunnerSystem.MacOS => "macOS-15",
            _ => "ubuntu-24.04",
        };
}
