using System.Collections.Immutable;

namespace Pipeline.Core.Workflows.Targets;

/// <summary>The targets of a build and how they relate.</summary>
/// <param name="Targets">All of them; their order decides between targets that have none among each other.</param>
public sealed record TargetGraph(ImmutableArray<TargetNode> Targets)
{
    private readonly Dictionary<string, TargetNode> byName = Targets.ToDictionary(target => target.Name);
    private readonly ILookup<string, string> triggering = Targets
        .SelectMany(target => target.Triggers, (target, triggered) => (target.Name, Triggered: triggered))
        .ToLookup(trigger => trigger.Triggered, trigger => trigger.Name);

    /// <summary>The target of that name, or null.</summary>
    public TargetNode? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The targets and all that they depend on, directly or not; names without a target are left out.</summary>
    public ImmutableHashSet<string> Closure(IEnumerable<string> names) =>
        Reach(names, target => target.DependsOn).ToImmutableHashSet();

    /// <summary>The targets and all that runs with them, directly or not.</summary>
    public ImmutableHashSet<string> WithTriggered(IEnumerable<string> names) =>
        Reach(names, target => target.Triggers).ToImmutableHashSet();

    /// <summary>What has to run on the machine of the targets, since they depend on it without another target between.</summary>
    public ImmutableHashSet<string> PreparationsOf(IEnumerable<string> names) =>
        Reach(Preparations(names), target => [.. Preparations([target.Name])]).ToImmutableHashSet();

    /// <summary>Targets in an order in which they can run: each after what it depends on, or is to follow.</summary>
    public ImmutableArray<string> InOrder(IReadOnlySet<string> names)
    {
        var ordered = ImmutableArray.CreateBuilder<string>();
        var visited = new HashSet<string>();
        foreach (var target in Targets.Where(target => names.Contains(target.Name)))
            Visit(target);
        return ordered.ToImmutable();

        void Visit(TargetNode target)
        {
            if (!visited.Add(target.Name))
                return;
            foreach (var before in Predecessors(target).Select(Find))
            {
                if (before is not null && names.Contains(before.Name))
                    Visit(before);
            }

            ordered.Add(target.Name);
        }
    }

    /// <summary>Everything that must come before a target where both are part of a workflow.</summary>
    public IEnumerable<string> Predecessors(TargetNode target) =>
        target
            .DependsOn.Concat(target.After)
            .Concat(target.Consumes.Select(consumption => consumption.Producer))
            .Concat(triggering[target.Name])
            .Distinct();

    private IEnumerable<string> Preparations(IEnumerable<string> names) =>
        names
            .SelectMany(name => Find(name)?.DependsOn ?? [])
            .Where(dependency => Find(dependency) is { PreparesMachine: true });

    private HashSet<string> Reach(IEnumerable<string> names, Func<TargetNode, ImmutableArray<string>> next)
    {
        var reached = new HashSet<string>();
        var pending = new Stack<string>(names);
        while (pending.TryPop(out var name))
        {
            if (Find(name) is not { } target || !reached.Add(name))
                continue;
            foreach (var further in next(target))
                pending.Push(further);
        }

        return reached;
    }
}
