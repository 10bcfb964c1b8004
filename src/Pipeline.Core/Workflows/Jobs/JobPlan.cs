using System.Collections.Immutable;
using Pipeline.Core.Workflows.Definitions;

namespace Pipeline.Core.Workflows.Jobs;

/// <summary>What runs on one machine, with what it gets and what it hands on.</summary>
public sealed record JobPlan
{
    /// <summary>The stage that it carries out.</summary>
    public required WorkflowStage Stage { get; init; }

    /// <summary>The targets that it runs, and no others, in an order in which they can run.</summary>
    public required ImmutableArray<string> Targets { get; init; }

    /// <summary>The jobs that must have succeeded before, in the order of the stages.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>What earlier jobs hand to it, in their order: of a file that comes twice, the later one counts.</summary>
    public ImmutableArray<HandOver> Receives { get; init; } = [];

    /// <summary>What it hands on, or leaves for people to read; null for nothing.</summary>
    public HandOver? HandsOn { get; init; }

    /// <summary>Patterns of the test results among the files that it leaves behind.</summary>
    public ImmutableArray<string> TestResults { get; init; } = [];

    /// <summary>Patterns of the coverage reports among them.</summary>
    public ImmutableArray<string> CoverageReports { get; init; } = [];

    /// <summary>Secret parameters that its targets read.</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>What it may do on the provider's side; nothing else.</summary>
    public ImmutableArray<JobPermission> Permissions { get; init; } = [];

    /// <summary>Its name.</summary>
    public string Name => Stage.Name;

    /// <summary>Whether it delivers, and so needs a cluster.</summary>
    public bool Delivers => Stage.Environment is not null;

    /// <summary>Whether it runs on several systems at once.</summary>
    public bool IsMatrix => Stage.Runners.Length > 1;
}
