using System.Collections.Immutable;
using Pipeline.Core.Workflows.Definitions;

namespace Pipeline.Core.Workflows.Jobs;

/// <summary>A workflow as every provider has to carry it out.</summary>
/// <param name="Definition">What was written.</param>
/// <param name="Jobs">What follows from it, in the order of the stages.</param>
public sealed record WorkflowPlan(WorkflowDefinition Definition, ImmutableArray<JobPlan> Jobs)
{
    /// <summary>Its name.</summary>
    public string Name => Definition.Name;

    /// <summary>What a person who starts it is asked for.</summary>
    public IEnumerable<WorkflowInput> Inputs =>
        Definition.On.OfType<WorkflowTrigger.Manual>().SelectMany(manual => manual.Inputs);
}
