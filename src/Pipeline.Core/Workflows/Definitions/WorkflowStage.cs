using System.Collections.Immutable;

namespace Pipeline.Core.Workflows.Definitions;

/// <summary>Targets that run on one machine, with all that they depend on and no earlier stage did.</summary>
/// <param name="Name">Its name, also that of its job and artifact: lower-case letters, digits and dashes.</param>
/// <param name="Targets">Names of the targets.</param>
public sealed record WorkflowStage(string Name, params ImmutableArray<string> Targets)
{
    /// <summary>The systems that it runs on.</summary>
    public ImmutableArray<RunnerSystem> Runners { get; init; } = [RunnerSystem.Linux];

    /// <summary>Whether it does everything itself, takes nothing over and hands nothing on: the same checks on another system.</summary>
    public bool Standalone { get; init; }

    /// <summary>Where it delivers to; demanded of targets that deliver.</summary>
    public StageEnvironment? Environment { get; init; }

    /// <summary>When it runs at all.</summary>
    public StageCondition? Condition { get; init; }

    /// <summary>How long it may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Programs that the targets expect on the machine besides the .NET SDK.</summary>
    public ImmutableArray<StageTool> Tools { get; init; } = [];

    /// <summary>Secret parameters that the targets use where they are given, besides those that they require.</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>Whether the provider attests what the stage hands on, where it can.</summary>
    public bool Attests { get; init; }

    /// <summary>Names of values that the targets hand to the host, for other jobs and for whoever watches.</summary>
    public ImmutableArray<string> Outputs { get; init; } = [];
}
