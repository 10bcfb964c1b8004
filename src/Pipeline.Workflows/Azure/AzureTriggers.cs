using Pipeline.Core.Workflows.Definitions;
using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows.Azure;

/// <summary>What starts a pipeline. Without a word about it every push and pull request would.</summary>
internal static class AzureTriggers
{
    public static YamlNode Pushes(WorkflowDefinition workflow)
    {
        var pushes = workflow.On.OfType<WorkflowTrigger.Push>().ToList();
        var tags = workflow.On.OfType<WorkflowTrigger.Tag>().Select(tag => tag.Pattern).ToList();
        if (pushes is [] && tags is [])
            return "none";
        return new YamlMapping
        {
            { "batch", workflow.Supersedes ? true : null },
            { "branches", pushes is [] ? Excluding("*") : Including(pushes.Select(push => push.Branch)) },
            { "tags", Including(tags) },
            { "paths", Including(pushes.SelectMany(push => push.Paths)) },
        };
    }

    public static YamlNode PullRequests(WorkflowDefinition workflow)
    {
        var requests = workflow.On.OfType<WorkflowTrigger.PullRequest>().ToList();
        if (requests is [])
            return "none";
        return new YamlMapping
        {
            { "autoCancel", workflow.Supersedes },
            { "branches", Including(requests.Select(request => request.Branch)) },
            { "paths", Including(requests.SelectMany(request => request.Paths)) },
        };
    }

    public static YamlSequence? Schedules(WorkflowDefinition workflow) =>
        new YamlSequence
        {
            workflow
                .On.OfType<WorkflowTrigger.Schedule>()
                .Select(schedule => new YamlMapping
                {
                    { "cron", schedule.Cron },
                    { "displayName", workflow.Name },
                    { "branches", Including(["main"]) },
                    { "always", true },
                }),
        }.OrNothing();

    private static YamlMapping? Including(IEnumerable<string> patterns) =>
        YamlSequence.Of(patterns).OrNothing() is { } included ? new YamlMapping { { "include", included } } : null;

    private static YamlMapping Excluding(string pattern) => new() { { "exclude", YamlSequence.Of([pattern]) } };
}
