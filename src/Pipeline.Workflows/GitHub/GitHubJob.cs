using Pipeline.Core.Workflows.Definitions;
using Pipeline.Core.Workflows.Jobs;
using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows.GitHub;

/// <summary>A job of a GitHub workflow.</summary>
internal static class GitHubJob
{
    private const string TargetsStep = "targets";

    public static YamlMapping Of(JobPlan job, WorkflowPlan plan) =>
        new()
        {
            { "name", job.IsMatrix ? $"{job.Name} (${{{{ matrix.runner }}}})" : job.Name },
            { "needs", YamlSequence.Of(job.Needs).OrNothing() },
            { "if", Condition(job.Stage.Condition) },
            { "runs-on", job.IsMatrix ? "${{ matrix.runner }}" : LabelOf(job.Stage.Runners[0]) },
            { "strategy", job.IsMatrix ? Matrix(job) : null },
            { "timeout-minutes", (int)Math.Ceiling(job.Stage.Timeout.TotalMinutes) },
            { "environment", Environment(job.Stage.Environment) },
            { "concurrency", Concurrency(job.Stage.Environment) },
            { "permissions", Permissions(job) },
            { "outputs", Outputs(job) },
            {
                "steps",
                new YamlSequence { Steps(job, plan) }
            },
        };

    private static IEnumerable<YamlNode> Steps(JobPlan job, WorkflowPlan plan)
    {
        yield return GitHubSteps.Use(
            PinnedActions.Checkout,
            "Check out",
            new YamlMapping
            {
                { "persist-credentials", false },
                {
                    "fetch-depth",
                    new YamlToken("0") { Remark = "the version follows from tags and commits" }
                },
            }
        );
        yield return new YamlMapping
        {
            { "name", "Prepare" },
            { "uses", $"./{GitHubPreparation.Folder}" },
            {
                "with",
                new YamlMapping { { "cache", plan.Definition.UsesCache ? "true" : "false" } }
            },
        };
        if (job.Stage.Tools.Contains(StageTool.Trivy))
            yield return GitHubSteps.Use(
                PinnedActions.SetupTrivy,
                "Install Trivy",
                new YamlMapping { { "version", PinnedTools.Trivy } }
            );
        foreach (var received in job.Receives)
        {
            yield return GitHubSteps.Use(
                PinnedActions.DownloadArtifact,
                $"Take over from {received.Name}",
                new YamlMapping { { "name", received.Name }, { "path", FolderOf(received) } }
            );
        }

        if (job.Delivers)
        {
            foreach (var step in GitHubClusterAccess.Steps())
                yield return step;
        }

        yield return GitHubSteps.Run(
            string.Join(", ", job.Stage.Targets),
            BuildCommand.Of(job),
            Variables(job, plan),
            id: job.Stage.Outputs is [] ? null : TargetsStep
        );
        if (job is { Stage.Attests: true, HandsOn: { } attested })
        {
            yield return GitHubSteps.Use(
                PinnedActions.Attest,
                "Attest what was built",
                new YamlMapping { { "subject-path", string.Join('\n', attested.Patterns) } }
            );
        }

        if (job.HandsOn is { } handOver)
            yield return Upload(job, handOver);
    }

    private static YamlMapping Upload(JobPlan job, HandOver handOver) =>
        GitHubSteps.Use(
            PinnedActions.UploadArtifact,
            handOver.IsAwaited ? "Hand on" : "Keep the results",
            new YamlMapping
            {
                { "name", job.IsMatrix ? $"{handOver.Name}-${{{{ matrix.runner }}}}" : handOver.Name },
                { "path", string.Join('\n', handOver.Patterns) },
                { "if-no-files-found", handOver.IsAwaited ? "error" : "warn" },
            },
            condition: job.TestResults is [] ? null : "${{ !cancelled() }}"
        );

    private static YamlMapping Variables(JobPlan job, WorkflowPlan plan)
    {
        var variables = new YamlMapping();
        foreach (var input in plan.Inputs.Where(input => input.Variable != BuildCommand.ContextVariable))
            variables.Add(input.Variable, $"${{{{ inputs.{input.Name} }}}}");
        foreach (var variable in job.Secrets.Select(BuildCommand.VariableOf))
            variables.Add(variable, $"${{{{ secrets.{variable} }}}}");
        if (job.Delivers)
        {
            variables.Add(BuildCommand.ContextVariable, GitHubClusterAccess.Context(plan));
            variables.Add("KUBECONFIG", GitHubClusterAccess.Kubeconfig);
        }

        return variables;
    }

    private static string? Condition(StageCondition? condition) =>
        condition switch
        {
            StageCondition.NotFromFork =>
                "${{ github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository }}",
            StageCondition.OnBranch(var branch) => $"${{{{ github.ref == 'refs/heads/{branch}' }}}}",
            _ => null,
        };

    private static YamlMapping Matrix(JobPlan job) =>
        new()
        {
            { "fail-fast", false },
            {
                "matrix",
                new YamlMapping { { "runner", YamlSequence.Of(job.Stage.Runners.Select(LabelOf)) } }
            },
        };

    private static YamlMapping? Environment(StageEnvironment? environment) =>
        environment is null
            ? null
            : new YamlMapping
            {
                {
                    "name",
                    new YamlText(environment.Name)
                    {
                        Remark = environment.NeedsApproval ? "its protection rules ask a person" : null,
                    }
                },
                { "url", $"${{{{ vars.{BuildCommand.AddressVariable} }}}}" },
            };

    // A delivery that has begun is never cancelled; of those that wait, GitHub keeps the newest.
    private static YamlMapping? Concurrency(StageEnvironment? environment) =>
        environment is null
            ? null
            : new YamlMapping { { "group", $"deliver-{environment.Name}" }, { "cancel-in-progress", false } };

    private static YamlMapping Permissions(JobPlan job)
    {
        var permissions = new YamlMapping();
        foreach (var permission in job.Permissions)
            permissions.Add(
                KeyOf(permission.Scope),
                new YamlText(permission.Writes ? "write" : "read") { Remark = permission.Reason }
            );
        return permissions;
    }

    private static YamlMapping? Outputs(JobPlan job) =>
        YamlMapping
            .Of(
                job.Stage.Outputs.Select(output =>
                    KeyValuePair.Create(output, $"${{{{ steps.{TargetsStep}.outputs.{output} }}}}")
                )
            )
            .OrNothing();

    private static string FolderOf(HandOver handOver) => handOver.Folder is "" ? "." : handOver.Folder;

    private static string KeyOf(PermissionScope scope) =>
        scope switch
        {
            PermissionScope.IdToken => "id-token",
            PermissionScope.Attestations => "attestations",
            _ => "contents",
        };

    private static string LabelOf(RunnerSystem runner) =>
        runner switch
        {
            RunnerSystem.Windows => "windows-2025",
            RunnerSystem.MacOS => "macos-15",
            _ => "ubuntu-24.04",
        };
}
