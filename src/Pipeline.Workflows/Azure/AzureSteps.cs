using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows.Azure;

/// <summary>Steps as Azure Pipelines writes them.</summary>
internal static class AzureSteps
{
    /// <summary>A step that runs a task.</summary>
    public static YamlMapping Task(string task, string name, YamlMapping inputs, string? condition = null) =>
        new()
        {
            { "task", task },
            { "displayName", name },
            { "condition", condition },
            { "inputs", inputs },
        };

    /// <summary>A step that runs a script.</summary>
    public static YamlMapping Bash(string name, string script, YamlMapping? environment = null, string? id = null) =>
        new()
        {
            { "bash", script },
            { "name", id },
            { "displayName", name },
            { "env", environment?.OrNothing() },
        };
}
