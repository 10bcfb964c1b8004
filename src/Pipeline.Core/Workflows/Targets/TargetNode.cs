using System.Collections.Immutable;

namespace Pipeline.Core.Workflows.Targets;

/// <summary>A target as far as workflows are concerned, without the build engine that it comes from.</summary>
public sealed record TargetNode
{
    /// <summary>Its name on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>Targets that must have run before.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>Targets that run before where both are part of a workflow.</summary>
    public ImmutableArray<string> After { get; init; } = [];

    /// <summary>Targets that run with it, on the same machine.</summary>
    public ImmutableArray<string> Triggers { get; init; } = [];

    /// <summary>The files that it leaves behind: patterns relative to the root, with forward slashes.</summary>
    public ImmutableArray<string> Produces { get; init; } = [];

    /// <summary>The files of other targets that it reads.</summary>
    public ImmutableArray<Consumption> Consumes { get; init; } = [];

    /// <summary>Names of the secret parameters that it cannot run without.</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>Whether its effect stays on the machine and cannot be handed on, so that it runs on each machine that needs it.</summary>
    public bool PreparesMachine { get; init; }

    /// <summary>The environment that it delivers to, or null.</summary>
    public string? DeliversTo { get; init; }
}
