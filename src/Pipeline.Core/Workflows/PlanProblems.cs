using Pipeline.Core.Workflows.Definitions;
using Pipeline.Core.Workflows.Jobs;
using Pipeline.Core.Workflows.Targets;

namespace Pipeline.Core.Workflows;

/// <summary>What can be wrong with a workflow once its targets are looked at.</summary>
internal static class PlanProblems
{
    public static IEnumerable<string> Of(WorkflowPlan plan, TargetAssignment assignment, TargetGraph graph)
    {
        var fromForks = plan.Definition.On.OfType<WorkflowTrigger.PullRequest>().Any();
        foreach (var job in plan.Jobs)
        {
            var nodes = job.Targets.Select(name => graph.Find(name)!).ToList();
            foreach (
                var problem in Unfinished(job, assignment)
                    .Concat(Artifacts(job, assignment, graph))
                    .Concat(Deliveries(job, nodes))
                    .Concat(Secrets(job, nodes, fromForks))
            )
                yield return $"stage {job.Name}: {problem}";
        }

        foreach (var cycle in Cycles(plan))
            yield return cycle;
    }

    private static IEnumerable<string> Unfinished(JobPlan job, TargetAssignment assignment)
    {
        foreach (var taken in job.Stage.Targets.Except(job.Targets))
            yield return $"{taken} runs in stage {assignment.StageOf(taken)!.Name} already: put this stage before it, or leave the target out";
        if (job.Stage.Attests && job.HandsOn is null)
            yield return "there is nothing to attest: its targets produce nothing";
    }

    private static IEnumerable<string> Artifacts(JobPlan job, TargetAssignment assignment, TargetGraph graph)
    {
        foreach (var consumption in assignment.TakenOver(job.Stage, graph))
        {
            var producer = consumption.Producer;
            var readers = string.Join(
                ", ",
                job.Targets.Where(name => graph.Find(name)!.Consumes.Contains(consumption))
            );
            if (job.Stage.Standalone || assignment.StageOf(producer) is null)
                yield return $"{readers} consumes what {producer} produces, and no stage before it runs {producer}";
            else if (graph.Find(producer)!.Produces is [])
                yield return $"{readers} consumes what {producer} produces, and {producer} produces nothing";
        }
    }

    private static IEnumerable<string> Deliveries(JobPlan job, List<TargetNode> nodes)
    {
        foreach (var node in nodes.Where(node => node.DeliversTo is not null))
        {
            if (job.Stage.Environment is not { } environment)
                yield return $"{node.Name} delivers to {node.DeliversTo}, and the stage has no Environment";
            else if (environment.Name != node.DeliversTo)
                yield return $"{node.Name} delivers to {node.DeliversTo}, and the stage's Environment is {environment.Name}";
        }
    }

    private static IEnumerable<string> Secrets(JobPlan job, List<TargetNode> nodes, bool fromForks)
    {
        if (!fromForks || job.Stage.Condition is not null)
            yield break;
        foreach (var secret in job.Secrets)
        {
            var readers = nodes.Where(node => node.Secrets.Contains(secret)).Select(node => node.Name).ToList();
            var reader = readers is [] ? "it" : string.Join(", ", readers);
            yield return $"{reader} needs secret {secret}, which a pull request from a fork does not get: give the stage the Condition NotFromFork";
        }

        if (job.Delivers)
            yield return "it would deliver what a pull request from a fork brings: give it a Condition";
    }

    private static IEnumerable<string> Cycles(WorkflowPlan plan)
    {
        // Jobs that only wait for finished ones finish; what is left waits for itself.
        var waiting = plan.Jobs.ToList();
        while (waiting.RemoveAll(job => !job.Needs.Any(need => waiting.Any(other => other.Name == need))) > 0) { }
        if (waiting is not [])
            yield return $"stages {string.Join(", ", waiting.Select(job => job.Name))} wait for each other";
    }
}
