using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

/// <summary>A target of one run: its definition, and how far it got.</summary>
public class ExecutableTarget
{
    /// <summary>The property that defines the target.</summary>
    public MemberInfo Member { get; internal set; }

    /// <summary>The name, without that of the declaring interface.</summary>
    public string Name { get; internal set; }

    /// <summary>What the target list says about it.</summary>
    public string Description { get; internal set; }

    /// <summary>Whether the target list shows it.</summary>
    public bool Listed { get; internal set; } = true;

    /// <summary>The <see cref="Target" />, <see cref="Setup" /> or <see cref="Cleanup" /> that defines it.</summary>
    public Delegate Factory { get; internal set; }

    /// <summary>Conditions that are read when the target would run.</summary>
    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; } = [];

    /// <summary>Conditions that are read before the first target runs.</summary>
    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; } = [];

    /// <summary>What happens to its dependencies when it is skipped.</summary>
    public DependencyBehavior DependencyBehavior { get; internal set; }

    /// <summary>Whether it runs even after another target failed.</summary>
    public bool AssuredAfterFailure { get; internal set; }

    /// <summary>Whether others go on when it fails.</summary>
    public bool ProceedAfterFailure { get; internal set; }

    /// <summary>Parameters and expressions that it requires.</summary>
    public List<LambdaExpression> DelegateRequirements { get; } = [];

    /// <summary>Tools that it requires.</summary>
    public List<ToolRequirement> ToolRequirements { get; } = [];

    /// <summary>What it carries out, in order.</summary>
    public List<Action> Actions { get; } = [];

    /// <summary>Targets that are scheduled with it and run before it.</summary>
    public List<ExecutableTarget> ExecutionDependencies { get; } = [];

    /// <summary>Targets that run before it where they are scheduled.</summary>
    public List<ExecutableTarget> OrderDependencies { get; } = [];

    /// <summary>Targets that trigger it.</summary>
    public List<ExecutableTarget> TriggerDependencies { get; } = [];

    /// <summary>Targets that it triggers.</summary>
    public List<ExecutableTarget> Triggers { get; } = [];

    /// <summary>Every target that runs before it where both are scheduled.</summary>
    public IReadOnlyCollection<ExecutableTarget> AllDependencies =>
        [.. ExecutionDependencies.Concat(OrderDependencies).Concat(TriggerDependencies).Distinct()];

    /// <summary>The files of other targets that it reads.</summary>
    public LookupTable<ExecutableTarget, string> ArtifactDependencies { get; } = new();

    /// <summary>The files that it leaves behind, as paths or glob patterns.</summary>
    public List<string> ArtifactProducts { get; } = [];

    /// <summary>Over how many jobs it is split, or null.</summary>
    public int? PartitionSize { get; internal set; }

    /// <summary>How long it ran.</summary>
    public TimeSpan Duration { get; internal set; }

    /// <summary>Whether it runs when no target is named.</summary>
    public bool IsDefault { get; internal set; }

    /// <summary>How far it got.</summary>
    public ExecutionStatus Status { get; internal set; }

    /// <summary>Whether it was asked for by name or as default.</summary>
    public bool Invoked { get; internal set; }

    /// <summary>What the summary says beside it.</summary>
    public Dictionary<string, string> SummaryInformation { get; } = [];

    /// <summary>Why it was skipped, or null.</summary>
    public string Skipped { get; internal set; }

    /// <summary>The condition that was false, or null.</summary>
    public string OnlyWhen { get; internal set; }

    /// <inheritdoc />
    public override string ToString() => Name;

    /// <summary>Lets the summary say what went wrong: the first line of the message.</summary>
    internal void Remark(string key, Exception exception) =>
        SummaryInformation.TryAdd(key, exception.Message.Split('\n')[0].TrimEnd());
}
