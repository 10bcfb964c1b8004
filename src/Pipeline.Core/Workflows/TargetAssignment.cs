using System.Collections.Immutable;
using Pipeline.Core.Workflows.Definitions;
using Pipeline.Core.Workflows.Targets;

namespace Pipeline.Core.Workflows;

/// <summary>Which stage runs which targets.</summary>
internal sealed class TargetAssignment
{
    private readonly Dictionary<string, ImmutableHashSet<string>> targets = [];
    private readonly Dictionary<string, ImmutableHashSet<string>> own = [];
    private readonly ImmutableArray<WorkflowStage> stages;

    private TargetAssignment(ImmutableArray<WorkflowStage> stages) => this.stages = stages;

    /// <summary>Gives each stage its targets and what they depend on, except what an earlier stage does.</summary>
    public static TargetAssignment Of(ImmutableArray<WorkflowStage> stages, TargetGraph graph)
    {
        var assignment = new TargetAssignment(stages);
        var done = ImmutableHashSet<string>.Empty;
        foreach (var stage in stages)
        {
            var closure = graph.Closure(stage.Targets);
            var own = stage.Standalone ? closure : closure.Except(done);
            own = own.Union(graph.PreparationsOf(own));
            assignment.own[stage.Name] = own;
            // What a target triggers runs where the target runs, in every stage anew.
            assignment.targets[stage.Name] = graph.WithTriggered(own);
            if (!stage.Standalone)
                done = done.Union(own);
        }

        return assignment;
    }

    /// <summary>The targets that a stage runs.</summary>
    public ImmutableHashSet<string> TargetsOf(WorkflowStage stage) => targets[stage.Name];

    /// <summary>The stage whose results others use when they need those of a target; null when there is none.</summary>
    public WorkflowStage? StageOf(string target) =>
        stages.FirstOrDefault(stage => !stage.Standalone && targets[stage.Name].Contains(target));

    /// <summary>The stages that must come before one.</summary>
    public IEnumerable<WorkflowStage> NeedsOf(WorkflowStage stage, TargetGraph graph) =>
        stages.Intersect(
            own[stage.Name]
                .Select(name => graph.Find(name)!)
                .SelectMany(graph.Predecessors)
                .Where(name => !TargetsOf(stage).Contains(name))
                .Select(StageOf)
                .OfType<WorkflowStage>()
                .Where(needed => needed.Name != stage.Name)
        );

    /// <summary>The stages that hand files to one.</summary>
    public IEnumerable<WorkflowStage> SourcesOf(WorkflowStage stage, TargetGraph graph) =>
        stages.Intersect(
            TakenOver(stage, graph).Select(consumption => StageOf(consumption.Producer)).OfType<WorkflowStage>()
        );

    /// <summary>The files that other stages take from one.</summary>
    public ImmutableArray<string> TakenFrom(WorkflowStage source, TargetGraph graph) =>
        [
            .. stages
                .SelectMany(stage => TakenOver(stage, graph))
                .Where(consumption => StageOf(consumption.Producer) == source)
                .SelectMany(consumption =>
                    consumption.Patterns is [] ? graph.Find(consumption.Producer)!.Produces : consumption.Patterns
                )
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>What the targets of a stage read that it does not make itself.</summary>
    public IEnumerable<Consumption> TakenOver(WorkflowStage stage, TargetGraph graph) =>
        Nodes(stage, graph)
            .SelectMany(node => node.Consumes)
            .Where(consumption => !TargetsOf(stage).Contains(consumption.Producer));

    private IEnumerable<TargetNode> Nodes(WorkflowStage stage, TargetGraph graph) =>
        TargetsOf(stage).Select(name => graph.Find(name)!);
}
