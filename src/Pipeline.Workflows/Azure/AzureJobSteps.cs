using Pipeline.Core.Workflows.Jobs;
using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows.Azure;

/// <summary>The steps of a job.</summary>
internal static class AzureJobSteps
{
    private const string Root = "$(System.DefaultWorkingDirectory)";
    private const string Kubeconfig = "$(Agent.TempDirectory)/kubeconfig";
    private const string Always = "succeededOrFailed()";

    public static IEnumerable<YamlNode> Of(JobPlan job, WorkflowPlan plan)
    {
        // A deployment job downloads every artifact of the run unless told otherwise.
        if (job.Delivers)
            yield return new YamlMapping { { "download", "none" } };
        yield return new YamlMapping
        {
            { "checkout", "self" },
            { "displayName", "Check out" },
            {
                "fetchDepth",
                new YamlToken("0") { Remark = "the version follows from tags and commits" }
            },
            { "fetchTags", true },
            { "persistCredentials", false },
        };
        yield return new YamlMapping
        {
            { "template", $"/{AzurePreparation.Template}" },
            {
                "parameters",
                new YamlMapping { { "cache", plan.Definition.UsesCache } }
            },
        };
        foreach (var received in job.Receives)
        {
            yield return AzureSteps.Task(
                "DownloadPipelineArtifact@2",
                $"Take over from {received.Name}",
                new YamlMapping { { "artifact", received.Name }, { "path", FolderOf(received) } }
            );
        }

        if (job.Delivers)
        {
            yield return FetchKubeconfig();
            yield return AzureSteps.Bash(
                "Write the kubeconfig",
                BuildCommand.WriteKubeconfig,
                new YamlMapping
                {
                    { BuildCommand.KubeconfigSecret, $"$({BuildCommand.KubeconfigSecret})" },
                    { "KUBECONFIG", Kubeconfig },
                }
            );
        }

        yield return AzureSteps.Bash(
            string.Join(", ", job.Stage.Targets),
            BuildCommand.Of(job),
            Variables(job),
            id: job.Stage.Outputs is [] ? null : "targets"
        );
        foreach (var step in Results(job))
            yield return step;
        if (job.HandsOn is { } handOver)
        {
            foreach (var step in Publish(job, handOver))
                yield return step;
        }
    }

    // Logs in by workload identity federation. A connection that does not exist would be an error before anything runs,
    // so that the step is there only when one is named.
    private static YamlMapping FetchKubeconfig() =>
        new()
        {
            {
                $"${{{{ if ne(parameters.{AzureParameters.ServiceConnection}, ' ') }}}}",
                new YamlSequence
                {
                    new YamlMapping
                    {
                        { "task", "AzureCLI@2" },
                        { "displayName", "Fetch the kubeconfig" },
                        {
                            "env",
                            new YamlMapping { { "KUBECONFIG", Kubeconfig } }
                        },
                        {
                            "inputs",
                            new YamlMapping
                            {
                                { "azureSubscription", $"${{{{ parameters.{AzureParameters.ServiceConnection} }}}}" },
                                { "scriptType", "bash" },
                                { "scriptLocation", "inlineScript" },
                                { "inlineScript", BuildCommand.FetchKubeconfig },
                            }
                        },
                    },
                }
            },
        };

    // Variables that are no secrets are in the environment anyway, PIPELINE_CONTEXT among them.
    private static YamlMapping Variables(JobPlan job)
    {
        var variables = YamlMapping.Of(
            job.Secrets.Select(BuildCommand.VariableOf).Select(name => KeyValuePair.Create(name, $"$({name})"))
        );
        variables.Add("KUBECONFIG", job.Delivers ? Kubeconfig : null);
        return variables;
    }

    private static IEnumerable<YamlNode> Results(JobPlan job)
    {
        if (job.TestResults is not [])
        {
            yield return AzureSteps.Task(
                "PublishTestResults@2",
                "Publish test results",
                new YamlMapping
                {
                    { "testResultsFormat", "VSTest" },
                    { "testResultsFiles", string.Join('\n', job.TestResults) },
                    { "searchFolder", Root },
                    { "testRunTitle", job.IsMatrix ? $"{job.Name} $(Agent.OS)" : job.Name },
                },
                Always
            );
        }

        if (job.CoverageReports is not [])
        {
            yield return AzureSteps.Task(
                "PublishCodeCoverageResults@2",
                "Publish coverage",
                new YamlMapping
                {
                    {
                        "summaryFileLocation",
                        string.Join('\n', job.CoverageReports.Select(report => $"{Root}/{report}"))
                    },
                },
                Always
            );
        }
    }

    // An artifact is a folder here: what is handed on is gathered in one first.
    private static IEnumerable<YamlNode> Publish(JobPlan job, HandOver handOver)
    {
        var staged = $"$(Build.ArtifactStagingDirectory)/{handOver.Name}";
        var condition = job.TestResults is [] ? null : Always;
        var folder = handOver.Folder;
        yield return AzureSteps.Task(
            "CopyFiles@2",
            "Gather what is handed on",
            new YamlMapping
            {
                { "sourceFolder", FolderOf(handOver) },
                {
                    "contents",
                    string.Join(
                        '\n',
                        handOver.Patterns.Select(pattern => folder is "" ? pattern : pattern[(folder.Length + 1)..])
                    )
                },
                { "targetFolder", staged },
            },
            condition
        );
        yield return AzureSteps.Task(
            "PublishPipelineArtifact@1",
            handOver.IsAwaited ? "Hand on" : "Keep the results",
            new YamlMapping
            {
                { "targetPath", staged },
                { "artifact", job.IsMatrix ? $"{handOver.Name}-$(Agent.OS)" : handOver.Name },
            },
            condition
        );
    }

    private static string FolderOf(HandOver handOver) => handOver.Folder is "" ? Root : $"{Root}/{handOver.Folder}";
}
