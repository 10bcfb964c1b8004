using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Makes the targets of a build from the properties that define them.</summary>
internal sealed class TargetFactory(object build, BuildMembers members)
{
    private readonly List<ExecutableTarget> targets = [];
    private readonly Dictionary<Delegate, ExecutableTarget> byFactory = [];

    /// <summary>All targets in the order of their declaration, defined and related to each other.</summary>
    public IReadOnlyList<ExecutableTarget> Create(IEnumerable<LambdaExpression> defaultTargets)
    {
        foreach (var property in members.OfClasses.OfType<PropertyInfo>().Concat(members.OfComponents))
        {
            if (IsTarget(property.PropertyType))
                Add(property);
        }

        foreach (var target in targets)
            new TargetDefinition(target, build, byFactory).Define((PropertyInfo)target.Member, target.Factory);

        foreach (var expression in defaultTargets)
            byFactory[(Delegate)ExpressionValue.Of(expression.Body, build)].IsDefault = true;

        return targets;
    }

    public static bool IsTarget(Type type) =>
        type == typeof(Target) || type == typeof(Setup) || type == typeof(Cleanup);

    private void Add(PropertyInfo property)
    {
        var name = BuildMembers.NameOf(property);
        if (targets.Find(x => x.Name == name) is { } other)
        {
            throw new BuildFailure(
                $"Target {name} comes from both {other.Member.DeclaringType!.Name} and {property.DeclaringType!.Name}: "
                    + $"implement it in {build.GetType().Name} to say which one is meant."
            );
        }

        var factory =
            (Delegate)property.GetValue(build)
            ?? throw new BuildFailure($"Target {name} of {property.DeclaringType!.Name} is null.");
        var target = new ExecutableTarget
        {
            Name = name,
            Member = property,
            Factory = factory,
        };
        targets.Add(target);
        byFactory[factory] = target;

        // A component that is redeclared by a derived one still answers to its own property.
        foreach (var declaration in members.Declarations(name))
        {
            if (declaration != property && declaration.GetValue(build) is Delegate alias)
                byFactory.TryAdd(alias, target);
        }
    }
}
