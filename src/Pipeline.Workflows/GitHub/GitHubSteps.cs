using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows.GitHub;

/// <summary>Steps as GitHub Actions writes them.</summary>
internal static class GitHubSteps
{
    /// <summary>A step that uses an action at its pinned commit.</summary>
    public static YamlMapping Use(
        PinnedAction action,
        string name,
        YamlMapping? with = null,
        string? condition = null
    ) =>
        new()
        {
            { "name", name },
            { "if", condition },
            {
                "uses",
                new YamlText($"{action.Repository}@{action.Commit}") { Remark = action.Tag }
            },
            { "with", with },
        };

    /// <summary>A step that runs a script.</summary>
    public static YamlMapping Run(
        string name,
        string script,
        YamlMapping? environment = null,
        string? condition = null,
        string? id = null
    ) =>
        new()
        {
            { "name", name },
            { "id", id },
            { "if", condition },
            { "env", environment?.OrNothing() },
            { "run", script },
        };
}
