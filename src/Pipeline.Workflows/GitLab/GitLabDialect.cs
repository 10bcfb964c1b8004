using Pipeline.Core.Workflows.Definitions;
using Pipeline.Core.Workflows.Jobs;
using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows.GitLab;

/// <summary>GitLab CI (https://docs.gitlab.com/ci/yaml).</summary>
public sealed class GitLabDialect : IWorkflowDialect
{
    /// <inheritdoc/>
    public string Provider => "GitLab CI";

    /// <inheritdoc/>
    public string PathOf(string workflow) => $".gitlab/{workflow}.yml";

    /// <inheritdoc/>
    public IEnumerable<string> Problems(WorkflowPlan plan)
    {
        foreach (var job in plan.Jobs.Where(job => job.Stage.Outputs is not []))
            yield return $"{job.Name} has Outputs, which other jobs could not read here";
    }

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> Shared(IReadOnlyList<WorkflowPlan> plans) => [];

    /// <inheritdoc/>
    public string Write(WorkflowPlan plan)
    {
        var document = new YamlMapping
        {
            {
                "workflow",
                new YamlMapping
                {
                    { "name", plan.Name },
                    {
                        "auto_cancel",
                        new YamlMapping { { "on_new_commit", plan.Definition.Supersedes ? "interruptible" : "none" } }
                    },
                    {
                        "rules",
                        new YamlSequence { plan.Definition.On.Select(Rule) }
                    },
                }
            },
            { "variables", Variables(plan).OrNothing() },
            { "stages", YamlSequence.Of(plan.Jobs.Select(job => job.Name)) },
        };
        foreach (var job in plan.Jobs)
            document.Add(job.Name, Job(job, plan));
        return GeneratedDocument.Write(plan.Definition.Purpose, document);
    }

    private static YamlMapping Job(JobPlan job, WorkflowPlan plan) =>
        new()
        {
            { "stage", job.Name },
            {
                "needs",
                new YamlSequence { job.Needs.Select(need => Need(need, job)) }
            },
            { "tags", YamlSequence.Of([job.IsMatrix ? "$RUNNER" : TagOf(job.Stage.Runners[0])]) },
            { "parallel", job.IsMatrix ? Matrix(job) : null },
            { "image", job.Stage.Runners is [RunnerSystem.Linux] ? "mcr.microsoft.com/dotnet/sdk:10.0" : null },
            { "timeout", $"{(int)Math.Ceiling(job.Stage.Timeout.TotalMinutes)} minutes" },
            { "interruptible", plan.Definition.Supersedes },
            { "resource_group", job.Stage.Environment?.Name },
            { "environment", Environment(job.Stage.Environment) },
            { "rules", Rules(job).OrNothing() },
            { "variables", JobVariables(job).OrNothing() },
            { "cache", plan.Definition.UsesCache ? Cache() : null },
            {
                "script",
                job.Delivers
                    ? YamlSequence.Of([BuildCommand.WriteKubeconfig, BuildCommand.Of(job)])
                    : YamlSequence.Of([BuildCommand.Of(job)])
            },
            { "artifacts", job.HandsOn is { } handOver ? Artifacts(job, handOver) : null },
        };

    private static YamlMapping Need(string need, JobPlan job) =>
        new() { { "job", need }, { "artifacts", job.Receives.Any(received => received.Name == need) } };

    private static YamlMapping Matrix(JobPlan job) =>
        new()
        {
            {
                "matrix",
                new YamlSequence { new YamlMapping { { "RUNNER", YamlSequence.Of(job.Stage.Runners.Select(TagOf)) } } }
            },
        };

    // A protected environment asks for approval by itself; where there is none, the job waits for a person.
    private static YamlSequence Rules(JobPlan job) =>
        new()
        {
            (job.Stage.Condition, job.Stage.Environment?.NeedsApproval) switch
            {
                (null, not true) => null,
                var (condition, approval) => new YamlMapping
                {
                    { "if", Condition(condition) },
                    { "when", approval is true ? "manual" : null },
                },
            },
        };

    private static string? Condition(StageCondition? condition) =>
        condition switch
        {
            StageCondition.NotFromFork =>
                "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == null || $CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID",
            StageCondition.OnBranch(var branch) => $"$CI_COMMIT_BRANCH == \"{branch}\"",
            _ => null,
        };

    private static YamlMapping? Environment(StageEnvironment? environment) =>
        environment is null
            ? null
            : new YamlMapping { { "name", environment.Name }, { "url", $"${BuildCommand.AddressVariable}" } };

    // Masked variables of the project or environment are in the environment under their own name.
    private static YamlMapping JobVariables(JobPlan job)
    {
        var variables = YamlMapping.Of(
            job.Secrets.Select(BuildCommand.VariableOf).Select(name => KeyValuePair.Create(name, $"${name}"))
        );
        if (job.Delivers)
        {
            variables.Add(BuildCommand.KubeconfigSecret, $"${BuildCommand.KubeconfigSecret}");
            variables.Add("KUBECONFIG", "$CI_BUILDS_DIR/kubeconfig");
        }

        return variables;
    }

    private static YamlMapping Cache() =>
        new()
        {
            {
                "key",
                new YamlMapping { { "files", YamlSequence.Of(["build/packages.lock.json"]) } }
            },
            { "paths", YamlSequence.Of([".nuget/packages"]) },
        };

    private static YamlMapping Artifacts(JobPlan job, HandOver handOver) =>
        new()
        {
            { "name", handOver.Name },
            { "when", job.TestResults is [] ? "on_success" : "always" },
            { "paths", YamlSequence.Of(handOver.Patterns) },
        };

    private static YamlMapping Variables(WorkflowPlan plan)
    {
        var variables = new YamlMapping();
        foreach (var input in plan.Inputs)
        {
            var options = input switch
            {
                WorkflowInput.Choice choice => choice.Options,
                WorkflowInput.Flag => ["false", "true"],
                _ => [],
            };
            variables.Add(
                input.Variable,
                new YamlMapping
                {
                    { "description", input.Description },
                    { "value", options is [] ? "" : options[0] },
                    { "options", YamlSequence.Of(options).OrNothing() },
                }
            );
        }

        return variables;
    }

    private static YamlMapping Rule(WorkflowTrigger trigger) =>
        trigger switch
        {
            WorkflowTrigger.PullRequest request => new()
            {
                {
                    "if",
                    $"$CI_PIPELINE_SOURCE == \"merge_request_event\" && $CI_MERGE_REQUEST_TARGET_BRANCH_NAME == \"{request.Branch}\""
                },
                { "changes", YamlSequence.Of(request.Paths).OrNothing() },
            },
            WorkflowTrigger.Push push => new()
            {
                { "if", $"$CI_PIPELINE_SOURCE == \"push\" && $CI_COMMIT_BRANCH == \"{push.Branch}\"" },
                { "changes", YamlSequence.Of(push.Paths).OrNothing() },
            },
            WorkflowTrigger.Tag(var pattern) => new()
            {
                {
                    "if",
                    $"$CI_COMMIT_TAG =~ /^{pattern.Replace(".", "\\.", StringComparison.Ordinal).Replace("*", ".*", StringComparison.Ordinal)}$/"
                },
            },
            WorkflowTrigger.Schedule(var cron) => new()
            {
                {
                    "if",
                    new YamlText("$CI_PIPELINE_SOURCE == \"schedule\"")
                    {
                        Remark = $"at {cron}, which is set in the project",
                    }
                },
            },
            _ => new() { { "if", "$CI_PIPELINE_SOURCE == \"web\"" } },
        };

    private static string TagOf(RunnerSystem runner) =>
        runner switch
        {
            RunnerSystem.Windows => "saas-windows-medium-amd64",
            RunnerSystem.MacOS => "saas-macos-medium-m1",
            _ => "saas-linux-small-amd64",
        };
}
