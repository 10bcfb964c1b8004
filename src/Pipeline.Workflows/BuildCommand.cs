using System.Text;
using Pipeline.Core.Workflows.Definitions;
using Pipeline.Core.Workflows.Jobs;

namespace Pipeline.Workflows;

/// <summary>What a job runs, the same with every provider.</summary>
internal static class BuildCommand
{
    /// <summary>Environment variable that names the cluster of a delivery; unset for the embedded one.</summary>
    public const string ContextVariable = "PIPELINE_CONTEXT";

    /// <summary>Secret that holds the kubeconfig of that cluster.</summary>
    public const string KubeconfigSecret = "KUBECONFIG_CONTENT";

    /// <summary>Variable of an environment that says where the delivered service answers.</summary>
    public const string AddressVariable = "SERVICE_URL";

    /// <summary>Writes the kubeconfig where KUBECONFIG says; a provider may leave the name of an unset variable in its place.</summary>
    public const string WriteKubeconfig = $"""
        if [[ ${KubeconfigVariable} == *apiVersion* ]]; then
          umask 077
          printf '%s' "${KubeconfigSecret}" > "$KUBECONFIG"
        fi

        """;

    /// <summary>Fetches the kubeconfig of a cluster on Azure with the token of the job.</summary>
    public const string FetchKubeconfig =
        """
            az aks get-credentials --resource-group "$AKS_RESOURCE_GROUP" --name "$AKS_CLUSTER" --context "$PIPELINE_CONTEXT" --file "$KUBECONFIG"
            kubelogin convert-kubeconfig --login azurecli
            """ + "\n";

    private const string KubeconfigVariable = "{" + KubeconfigSecret + ":-}";

    /// <summary>The command line: exactly the targets of the job, whatever they depend on.</summary>
    public static string Of(JobPlan job)
    {
        var script = job.Stage.Runners.Contains(RunnerSystem.Windows) ? "./build.cmd" : "./build.sh";
        var command = $"{script} {string.Join(' ', job.Targets)} --skip";
        return job.Delivers ? $"{command} ${{{ContextVariable}:+--context \"${ContextVariable}\"}}" : command;
    }

    /// <summary>The environment variable of a secret parameter: <c>NuGetApiKey</c> is <c>NUGET_API_KEY</c>.</summary>
    public static string VariableOf(string parameter)
    {
        var name = new StringBuilder();
        var words = parameter
            .Replace("GitHub", "Github", StringComparison.Ordinal)
            .Replace("NuGet", "Nuget", StringComparison.Ordinal);
        foreach (var character in words)
        {
            if (char.IsUpper(character) && name.Length > 0)
                name.Append('_');
            name.Append(char.ToUpperInvariant(character));
        }

        return name.ToString();
    }
}
