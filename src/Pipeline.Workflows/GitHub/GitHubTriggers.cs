using System.Collections.Immutable;
using Pipeline.Core.Workflows.Definitions;
using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows.GitHub;

/// <summary>The events that start a workflow.</summary>
internal static class GitHubTriggers
{
    public static YamlMapping Of(ImmutableArray<WorkflowTrigger> triggers)
    {
        var pushes = triggers.OfType<WorkflowTrigger.Push>().ToList();
        var requests = triggers.OfType<WorkflowTrigger.PullRequest>().ToList();
        return new YamlMapping
        {
            {
                "push",
                new YamlMapping
                {
                    { "branches", YamlSequence.Of(pushes.Select(push => push.Branch)).OrNothing() },
                    {
                        "tags",
                        YamlSequence.Of(triggers.OfType<WorkflowTrigger.Tag>().Select(tag => tag.Pattern)).OrNothing()
                    },
                    { "paths", YamlSequence.Of(pushes.SelectMany(push => push.Paths)).OrNothing() },
                }.OrNothing()
            },
            {
                "pull_request",
                new YamlMapping
                {
                    { "branches", YamlSequence.Of(requests.Select(request => request.Branch)).OrNothing() },
                    { "paths", YamlSequence.Of(requests.SelectMany(request => request.Paths)).OrNothing() },
                }.OrNothing()
            },
            {
                "schedule",
                new YamlSequence
                {
                    triggers
                        .OfType<WorkflowTrigger.Schedule>()
                        .Select(schedule => new YamlMapping { { "cron", schedule.Cron } }),
                }.OrNothing()
            },
            { "workflow_dispatch", Manual(triggers) },
        };
    }

    private static YamlMapping? Manual(ImmutableArray<WorkflowTrigger> triggers)
    {
        if (triggers.OfType<WorkflowTrigger.Manual>().FirstOrDefault() is not { } manual)
            return null;
        var inputs = new YamlMapping();
        foreach (var input in manual.Inputs)
            inputs.Add(input.Name, Of(input));
        return new YamlMapping { { "inputs", inputs.OrNothing() } };
    }

    private static YamlMapping Of(WorkflowInput input) =>
        input switch
        {
            WorkflowInput.Flag => new()
            {
                { "description", input.Description },
                { "type", "boolean" },
                { "default", false },
            },
            WorkflowInput.Choice choice => new()
            {
                { "description", input.Description },
                { "type", "choice" },
                { "options", YamlSequence.Of(choice.Options) },
                { "default", choice.Options[0] },
            },
            _ => new()
            {
                { "description", input.Description },
                { "type", "string" },
                { "default", "" },
            },
        };
}
