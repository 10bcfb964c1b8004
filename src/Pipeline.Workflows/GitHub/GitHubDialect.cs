using Pipeline.Core.Workflows.Definitions;
using Pipeline.Core.Workflows.Jobs;
using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows.GitHub;

/// <summary>GitHub Actions (https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax).</summary>
public sealed class GitHubDialect : IWorkflowDialect
{
    /// <inheritdoc/>
    public string Provider => "GitHub Actions";

    /// <inheritdoc/>
    public string PathOf(string workflow) => $".github/workflows/{workflow}.yml";

    /// <inheritdoc/>
    public IEnumerable<string> Problems(WorkflowPlan plan)
    {
        if (plan.Definition.On.OfType<WorkflowTrigger.Push>().Any(push => push.Paths is not []) && HasTag(plan))
            yield return "a push with Paths and a Tag are one event here, and the paths would filter the tags too: use two workflows";
    }

    /// <inheritdoc/>
    public string Write(WorkflowPlan plan)
    {
        var jobs = new YamlMapping();
        foreach (var job in plan.Jobs)
            jobs.Add(job.Name, GitHubJob.Of(job, plan));
        return GeneratedDocument.Write(
            plan.Definition.Purpose,
            new YamlMapping
            {
                { "name", plan.Name },
                { "on", GitHubTriggers.Of(plan.Definition.On) },
                {
                    "permissions",
                    new YamlMapping { Remark = "each job names what it needs" }
                },
                { "concurrency", Concurrency(plan) },
                {
                    "defaults",
                    new YamlMapping
                    {
                        {
                            "run",
                            new YamlMapping { { "shell", "bash" } }
                        },
                    }
                },
                { "jobs", jobs },
            }
        );
    }

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> Shared(IReadOnlyList<WorkflowPlan> plans) =>
        [KeyValuePair.Create($"{GitHubPreparation.Folder}/action.yml", GitHubPreparation.Write())];

    // Deliveries line up by environment instead: a workflow that waits for an approval must not stop the next one from being verified.
    private static YamlMapping? Concurrency(WorkflowPlan plan) =>
        plan.Jobs.Any(job => job.Delivers)
            ? null
            : new YamlMapping
            {
                { "group", "${{ github.workflow }}-${{ github.ref }}" },
                { "cancel-in-progress", plan.Definition.Supersedes },
            };

    private static bool HasTag(WorkflowPlan plan) => plan.Definition.On.Any(trigger => trigger is WorkflowTrigger.Tag);
}
