using System.Collections.Immutable;
using Pipeline.Core.Workflows.Definitions;
using Pipeline.Core.Workflows.Jobs;
using Pipeline.Core.Workflows.Targets;

namespace Pipeline.Core.Workflows;

/// <summary>Makes jobs of stages: what they run, wait for, take over, hand on and may do follows from the targets.</summary>
public static class WorkflowPlanner
{
    /// <summary>The jobs of a workflow.</summary>
    /// <exception cref="InvalidWorkflowException">It cannot be carried out; the message lists all reasons.</exception>
    public static WorkflowPlan Plan(WorkflowDefinition definition, TargetGraph graph)
    {
        var problems = DefinitionProblems.Of(definition, graph).ToImmutableArray();
        if (problems is not [])
            throw new InvalidWorkflowException(definition.Name, problems);

        var assignment = TargetAssignment.Of(definition.Stages, graph);
        var plan = new WorkflowPlan(definition, [.. definition.Stages.Select(stage => Job(stage, assignment, graph))]);
        problems = [.. PlanProblems.Of(plan, assignment, graph)];
        return problems is [] ? plan : throw new InvalidWorkflowException(definition.Name, problems);
    }

    private static JobPlan Job(WorkflowStage stage, TargetAssignment assignment, TargetGraph graph)
    {
        var targets = graph.InOrder(assignment.TargetsOf(stage));
        var nodes = targets.Select(name => graph.Find(name)!).ToList();
        var job = new JobPlan
        {
            Stage = stage,
            Targets = targets,
            Secrets = [.. nodes.SelectMany(node => node.Secrets).Concat(stage.Secrets).Distinct()],
            TestResults = [.. nodes.SelectMany(node => node.Produces).Where(IsTestResult)],
            CoverageReports =
            [
                .. nodes
                    .Where(node => node.Produces.Any(IsTestResult))
                    .SelectMany(node => node.Produces)
                    .Where(IsCoverage),
            ],
            Permissions = [.. Permissions(stage)],
        };
        return job with { HandsOn = HandedOn(job, assignment, graph) } is var handing && stage.Standalone
            ? handing
            : handing with
            {
                Needs = [.. assignment.NeedsOf(stage, graph).Select(needed => needed.Name)],
                Receives =
                [
                    .. assignment
                        .SourcesOf(stage, graph)
                        .Select(source => new HandOver(
                            source.Name,
                            assignment.TakenFrom(source, graph),
                            IsAwaited: true
                        )),
                ],
            };
    }

    private static HandOver? HandedOn(JobPlan job, TargetAssignment assignment, TargetGraph graph)
    {
        var awaited = assignment.TakenFrom(job.Stage, graph);
        // What is attested is the result of the workflow, whether or not a later job needs it.
        var results = job.Stage.Attests ? job.Stage.Targets.SelectMany(name => graph.Find(name)!.Produces) : [];
        ImmutableArray<string> patterns =
        [
            .. awaited.Union(job.TestResults).Union(results).Order(StringComparer.Ordinal),
        ];
        return patterns is [] ? null : new HandOver(job.Name, patterns, IsAwaited: awaited is not []);
    }

    private static bool IsTestResult(string pattern) => pattern.EndsWith(".trx", StringComparison.Ordinal);

    private static bool IsCoverage(string pattern) => pattern.EndsWith(".xml", StringComparison.Ordinal);

    private static IEnumerable<JobPermission> Permissions(WorkflowStage stage)
    {
        yield return new(PermissionScope.Contents, Writes: false, "checks out the sources");
        if (stage.Environment is not null)
            yield return new(
                PermissionScope.IdToken,
                Writes: true,
                "logs in to the cloud of the cluster, without a stored secret"
            );
        else if (stage.Attests)
            yield return new(
                PermissionScope.IdToken,
                Writes: true,
                "proves to the attestation service which workflow asks"
            );
        if (stage.Attests)
            yield return new(PermissionScope.Attestations, Writes: true, "stores the attestation of what was built");
    }
}
