using System.Collections.Immutable;

namespace Pipeline.Core.Workflows.Definitions;

/// <summary>A workflow as a person writes it: when it runs, and which targets belong together. The rest follows from the targets.</summary>
public sealed record WorkflowDefinition
{
    /// <summary>Its name, also that of its file: lower-case letters, digits and dashes.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, in one sentence.</summary>
    public required string Purpose { get; init; }

    /// <summary>What starts it.</summary>
    public required ImmutableArray<WorkflowTrigger> On { get; init; }

    /// <summary>Its stages; each does what those before it left to do.</summary>
    public required ImmutableArray<WorkflowStage> Stages { get; init; }

    /// <summary>Whether a newer run for the same branch or pull request cancels this one.</summary>
    public bool Supersedes { get; init; }

    /// <summary>Whether jobs may restore packages from a cache that other workflows wrote; a release must not.</summary>
    public bool UsesCache { get; init; } = true;
}
