using System.Text.RegularExpressions;
using Pipeline.Core.Workflows.Definitions;
using Pipeline.Core.Workflows.Targets;

namespace Pipeline.Core.Workflows;

/// <summary>What can be wrong with a workflow as it is written.</summary>
internal static partial class DefinitionProblems
{
    private static readonly TimeSpan LongestJob = TimeSpan.FromHours(6);

    public static IEnumerable<string> Of(WorkflowDefinition workflow, TargetGraph graph)
    {
        if (!PlainName().IsMatch(workflow.Name))
            yield return $"Name is '{workflow.Name}': expected lower-case letters, digits and dashes, beginning with a letter";
        if (workflow.On is [])
            yield return "On is empty: nothing would ever start it";
        if (workflow.Stages is [])
            yield return "Stages is empty: it would do nothing";
        if (workflow.UsesCache && workflow.On.Any(trigger => trigger is WorkflowTrigger.Tag))
            yield return "UsesCache with a Tag: what is released must not come from a cache that other workflows can write";
        foreach (var repeated in workflow.Stages.GroupBy(stage => stage.Name).Where(group => group.Count() > 1))
            yield return $"{repeated.Count()} stages are named {repeated.Key}: their jobs and artifacts would have the same name";
        foreach (var problem in workflow.On.SelectMany(Of))
            yield return problem;
        foreach (var stage in workflow.Stages)
        foreach (var problem in Of(stage, graph))
            yield return $"stage {stage.Name}: {problem}";
    }

    private static IEnumerable<string> Of(WorkflowStage stage, TargetGraph graph)
    {
        if (!PlainName().IsMatch(stage.Name))
            yield return "expected a name of lower-case letters, digits and dashes, beginning with a letter";
        if (stage.Targets is [])
            yield return "it names no target";
        foreach (var unknown in stage.Targets.Where(name => graph.Find(name) is null))
            yield return $"the build has no target {unknown}{Suggestion(unknown, graph)}";
        if (stage.Timeout <= TimeSpan.Zero || stage.Timeout > LongestJob)
            yield return $"Timeout is {stage.Timeout}: expected more than nothing and at most {LongestJob.TotalHours} h";
        if (stage.Runners is [])
            yield return "Runners is empty: it would run nowhere";
        if (stage.Runners.Distinct().Count() != stage.Runners.Length)
            yield return "Runners names a system twice";
        if (stage.Runners.Any(runner => !Enum.IsDefined(runner)))
            yield return $"Runners has {string.Join(", ", stage.Runners.Where(runner => !Enum.IsDefined(runner)))}: expected {string.Join(", ", Enum.GetNames<RunnerSystem>())}";
        if (stage is { Standalone: false, Runners.Length: > 1 })
            yield return $"on {stage.Runners.Length} systems it would produce artifact {stage.Name} as often: make it Standalone, or name one system";
        if (stage is { Standalone: true, Environment: not null })
            yield return "it is Standalone and takes nothing over, so it has nothing to deliver";
        foreach (var output in stage.Outputs.Where(output => !PlainName().IsMatch(output)))
            yield return $"Outputs has '{output}': expected lower-case letters, digits and dashes";
    }

    private static IEnumerable<string> Of(WorkflowTrigger trigger)
    {
        switch (trigger)
        {
            case WorkflowTrigger.Schedule(var cron) when !Cron().IsMatch(cron):
                yield return $"Schedule is '{cron}': expected minute, hour, day, month and weekday, such as '30 2 * * *'";
                break;
            case WorkflowTrigger.Push { Branch: "" } or WorkflowTrigger.PullRequest { Branch: "" }:
                yield return $"{trigger.GetType().Name} names no branch";
                break;
            case WorkflowTrigger.Tag { Pattern: "" }:
                yield return "Tag names no pattern";
                break;
            case WorkflowTrigger.Manual(var inputs):
                foreach (var problem in inputs.SelectMany(Of))
                    yield return problem;
                foreach (var repeated in inputs.GroupBy(input => input.Variable).Where(group => group.Count() > 1))
                    yield return $"input {repeated.Key} is there {repeated.Count()} times";
                break;
        }
    }

    private static IEnumerable<string> Of(WorkflowInput input)
    {
        if (!VariableName().IsMatch(input.Variable))
            yield return $"input '{input.Variable}': expected upper-case letters, digits and underscores";
        if (input is WorkflowInput.Choice { Options.Length: < 2 })
            yield return $"input {input.Variable} is a choice: expected at least 2 options";
    }

    private static string Suggestion(string name, TargetGraph graph) =>
        graph.Targets.FirstOrDefault(target => IsClose(target.Name, name)) is { } close
            ? $"; is {close.Name} meant?"
            : "";

    // Another case, or one letter more, less or other.
    private static bool IsClose(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
            return false;
        var (a, b) = (one.ToUpperInvariant(), other.ToUpperInvariant());
        var prefix = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        var suffix = a.Reverse().Zip(b.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return prefix + suffix >= Math.Max(a.Length, b.Length) - 1;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName();

    [GeneratedRegex(@"^[A-Z][A-Z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();

    [GeneratedRegex(@"^[0-9*,/-]+( [0-9*,/-]+){4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Cron();
}
