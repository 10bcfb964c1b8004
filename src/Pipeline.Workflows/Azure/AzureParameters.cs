using Pipeline.Core.Workflows.Definitions;
using Pipeline.Core.Workflows.Jobs;
using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows.Azure;

/// <summary>What a person who starts a pipeline is asked for, and the variables that it becomes.</summary>
internal static class AzureParameters
{
    /// <summary>Names the service connection by which deliveries log in to the cloud; none unless given.</summary>
    public const string ServiceConnection = "serviceConnection";

    // Azure takes an empty text for a missing one, and then demands a value.
    private const string Unset = " ";

    public static YamlSequence Of(WorkflowPlan plan) =>
        new()
        {
            plan.Inputs.Select(Of),
            plan.Jobs.Any(job => job.Delivers)
                ? new YamlMapping
                {
                    { "name", ServiceConnection },
                    {
                        "displayName",
                        "Service connection with workload identity federation, where the cluster runs on Azure"
                    },
                    { "type", "string" },
                    { "default", Unset },
                }
                : null,
        };

    /// <summary>The inputs as variables. An empty one stays unset, so that a variable of the pipeline or of a group counts.</summary>
    public static YamlSequence Variables(WorkflowPlan plan) =>
        new()
        {
            plan.Inputs.Select(input =>
            {
                var variable = new YamlMapping
                {
                    { "name", input.Variable },
                    { "value", $"${{{{ parameters.{NameOf(input)} }}}}" },
                };
                return input is WorkflowInput.Text
                    ? new YamlMapping
                    {
                        {
                            $"${{{{ if ne(parameters.{NameOf(input)}, ' ') }}}}",
                            new YamlSequence { variable }
                        },
                    }
                    : variable;
            }),
        };

    private static YamlMapping Of(WorkflowInput input) =>
        new()
        {
            { "name", NameOf(input) },
            { "displayName", input.Description },
            { "type", input is WorkflowInput.Flag ? "boolean" : "string" },
            {
                "default",
                input switch
                {
                    WorkflowInput.Flag => false,
                    WorkflowInput.Choice choice => choice.Options[0],
                    _ => Unset,
                }
            },
            { "values", input is WorkflowInput.Choice { Options: var options } ? YamlSequence.Of(options) : null },
        };

    // A dash is a minus in an expression.
    private static string NameOf(WorkflowInput input) => input.Name.Replace('-', '_');
}
