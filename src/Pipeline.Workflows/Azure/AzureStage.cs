using Pipeline.Core.Workflows.Definitions;
using Pipeline.Core.Workflows.Jobs;
using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows.Azure;

/// <summary>A stage with its one job.</summary>
internal static class AzureStage
{
    public static YamlMapping Of(JobPlan job, WorkflowPlan plan) =>
        new()
        {
            { "stage", AzureDialect.IdOf(job.Name) },
            { "displayName", job.Name },
            { "dependsOn", YamlSequence.Of(job.Needs.Select(AzureDialect.IdOf)) },
            { "condition", Condition(job.Stage.Condition) },
            {
                "lockBehavior",
                job.Delivers
                    ? new YamlText("sequential") { Remark = "with the exclusive lock of the environment" }
                    : null
            },
            { "variables", job.Delivers ? Variables(job.Stage.Environment!, plan) : null },
            {
                "jobs",
                new YamlSequence { job.Delivers ? Deployment(job, plan) : Job(job, plan) }
            },
        };

    private static YamlMapping Job(JobPlan job, WorkflowPlan plan) =>
        new()
        {
            { "job", AzureDialect.IdOf(job.Name) },
            { "displayName", job.Name },
            { "pool", Pool(job) },
            { "strategy", job.IsMatrix ? Matrix(job) : null },
            { "timeoutInMinutes", Minutes(job) },
            {
                "steps",
                new YamlSequence { AzureJobSteps.Of(job, plan) }
            },
        };

    private static YamlMapping Deployment(JobPlan job, WorkflowPlan plan) =>
        new()
        {
            { "deployment", AzureDialect.IdOf(job.Name) },
            { "displayName", job.Name },
            { "environment", job.Stage.Environment!.Name },
            { "pool", Pool(job) },
            { "timeoutInMinutes", Minutes(job) },
            {
                "strategy",
                new YamlMapping
                {
                    {
                        "runOnce",
                        new YamlMapping
                        {
                            {
                                "deploy",
                                new YamlMapping
                                {
                                    {
                                        "steps",
                                        new YamlSequence { AzureJobSteps.Of(job, plan) }
                                    },
                                }
                            },
                            { "on", Afterwards(job) },
                        }
                    },
                }
            },
        };

    // The target itself has rolled back by then: what is left is to say so where people look.
    private static YamlMapping Afterwards(JobPlan job)
    {
        YamlMapping Hook(string name, string command) =>
            new()
            {
                {
                    "steps",
                    new YamlSequence
                    {
                        new YamlMapping { { "download", "none" } },
                        AzureSteps.Bash(name, $"echo \"##vso[{command}\""),
                    }
                },
            };

        var environment = job.Stage.Environment!.Name;
        return new YamlMapping
        {
            { "success", Hook("Tag the run", $"build.addbuildtag]{environment}") },
            {
                "failure",
                Hook(
                    "Report the failure",
                    $"task.logissue type=error]{environment} was not delivered to; its old version serves"
                )
            },
        };
    }

    // Of two values the later one counts: what a person asked for, before what the group says.
    private static YamlSequence Variables(StageEnvironment environment, WorkflowPlan plan) =>
        [new YamlMapping { { "group", environment.Name } }, .. AzureParameters.Variables(plan)];

    private static YamlMapping Pool(JobPlan job) =>
        new() { { "vmImage", job.IsMatrix ? "$(image)" : AzureDialect.ImageOf(job.Stage.Runners[0]) } };

    private static YamlMapping Matrix(JobPlan job)
    {
        var systems = new YamlMapping();
        foreach (var runner in job.Stage.Runners)
            systems.Add(runner.ToString(), new YamlMapping { { "image", AzureDialect.ImageOf(runner) } });
        return new YamlMapping { { "matrix", systems } };
    }

    private static string? Condition(StageCondition? condition) =>
        condition switch
        {
            StageCondition.NotFromFork => "and(succeeded(), ne(variables['System.PullRequest.IsFork'], 'True'))",
            StageCondition.OnBranch(var branch) =>
                $"and(succeeded(), eq(variables['Build.SourceBranch'], 'refs/heads/{branch}'))",
            _ => null,
        };

    private static int Minutes(JobPlan job) => (int)Math.Ceiling(job.Stage.Timeout.TotalMinutes);
}
