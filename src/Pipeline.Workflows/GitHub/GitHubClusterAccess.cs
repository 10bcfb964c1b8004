using Pipeline.Core.Workflows.Jobs;
using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows.GitHub;

/// <summary>How a job on GitHub gets the kubeconfig of its cluster: by its identity token, or from the environment's secret.</summary>
internal static class GitHubClusterAccess
{
    /// <summary>The file of the kubeconfig.</summary>
    public const string Kubeconfig = "${{ runner.temp }}/kubeconfig";

    private const string IsAzure = "${{ vars.PIPELINE_CONTEXT != '' && vars.AZURE_CLIENT_ID != '' }}";

    /// <summary>The name of the cluster's context, empty for the embedded one.</summary>
    public static string Context(WorkflowPlan plan) =>
        plan.Inputs.FirstOrDefault(input => input.Variable == BuildCommand.ContextVariable) is { } input
            ? $"${{{{ inputs.{input.Name} || vars.PIPELINE_CONTEXT }}}}"
            : "${{ vars.PIPELINE_CONTEXT }}";

    /// <summary>The steps; they do nothing for the embedded cluster.</summary>
    public static IEnumerable<YamlNode> Steps() =>
        [
            GitHubSteps.Use(
                PinnedActions.AzureLogin,
                "Log in to Azure",
                new YamlMapping
                {
                    { "client-id", "${{ vars.AZURE_CLIENT_ID }}" },
                    { "tenant-id", "${{ vars.AZURE_TENANT_ID }}" },
                    { "subscription-id", "${{ vars.AZURE_SUBSCRIPTION_ID }}" },
                },
                IsAzure
            ),
            GitHubSteps.Run(
                "Fetch the kubeconfig",
                BuildCommand.FetchKubeconfig,
                new YamlMapping
                {
                    { "AKS_RESOURCE_GROUP", "${{ vars.AKS_RESOURCE_GROUP }}" },
                    { "AKS_CLUSTER", "${{ vars.AKS_CLUSTER }}" },
                    { "PIPELINE_CONTEXT", "${{ vars.PIPELINE_CONTEXT }}" },
                    { "KUBECONFIG", Kubeconfig },
                },
                IsAzure
            ),
            GitHubSteps.Run(
                "Write the kubeconfig",
                BuildCommand.WriteKubeconfig,
                new YamlMapping
                {
                    { BuildCommand.KubeconfigSecret, $"${{{{ secrets.{BuildCommand.KubeconfigSecret} }}}}" },
                    { "KUBECONFIG", Kubeconfig },
                }
            ),
        ];
}
