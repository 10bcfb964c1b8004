using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Nuke.Common.Tooling;

namespace Nuke.Common.Execution;

/// <summary>Writes what the fluent calls of a target's definition say into its <see cref="ExecutableTarget" />.</summary>
internal sealed partial class TargetDefinition(
    ExecutableTarget target,
    object build,
    IReadOnlyDictionary<Delegate, ExecutableTarget> known
) : ITargetDefinition
{
    private PropertyInfo current;

    /// <summary>Applies the definition that a property holds.</summary>
    public void Define(PropertyInfo property, Delegate factory)
    {
        // Base() inside an inherited definition means the base of that definition, not of the one that inherits it.
        var outer = current;
        current = property;
        Apply(factory);
        current = outer;
    }

    public ITargetDefinition Description(string description)
    {
        target.Description = description;
        return this;
    }

    public ITargetDefinition Executes(params Action[] actions)
    {
        // Several async lambdas in one call bind to this overload, and nobody could wait for them.
        if (actions.Any(x => x.Method.IsDefined(typeof(AsyncStateMachineAttribute))))
            throw new BuildFailure(
                $"Target {target.Name} has an async action that cannot be awaited: call Executes once for each, with a lambda that returns a Task."
            );

        target.Actions.AddRange(actions);
        return this;
    }

    // An async lambda that returns a value binds to this overload, so a task that comes back is awaited.
    public ITargetDefinition Executes<T>(Func<T> action) =>
        Executes(() =>
        {
            object result = action();
            // A ValueTask of a value has no base to be told by.
            if (
                result is ValueTask
                || (typeof(T).IsGenericType && typeof(T).GetGenericTypeDefinition() == typeof(ValueTask<>))
            )
                result = typeof(T).GetMethod(nameof(ValueTask.AsTask))!.Invoke(result, []);
            (result as Task)?.GetAwaiter().GetResult();
        });

    public ITargetDefinition Executes(Func<Task> action) => Executes(() => action().GetAwaiter().GetResult());

    public ITargetDefinition OnlyWhenDynamic(Func<bool> condition, string conditionExpression = null)
    {
        target.DynamicConditions.Add((Readable(conditionExpression), condition));
        return this;
    }

    public ITargetDefinition OnlyWhenStatic(Func<bool> condition, string conditionExpression = null)
    {
        target.StaticConditions.Add((Readable(conditionExpression), condition));
        return this;
    }

    public ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior)
    {
        target.DependencyBehavior = dependencyBehavior;
        return this;
    }

    public ITargetDefinition AssuredAfterFailure()
    {
        target.AssuredAfterFailure = true;
        return this;
    }

    public ITargetDefinition ProceedAfterFailure()
    {
        target.ProceedAfterFailure = true;
        return this;
    }

    public ITargetDefinition Unlisted()
    {
        target.Listed = false;
        return this;
    }

    public ITargetDefinition Produces(params string[] artifacts)
    {
        target.ArtifactProducts.AddRange(artifacts);
        return this;
    }

    public ITargetDefinition Partition(int size)
    {
        if (size < 2)
            throw new BuildFailure($"Target {target.Name}: a partition has at least two parts, not {size}.");

        target.PartitionSize = size;
        return this;
    }

    public ITargetDefinition Base()
    {
        for (var type = current.DeclaringType!.BaseType; type != null; type = type.BaseType)
        {
            if (FindProperty(type, current.Name) is { GetMethod.IsAbstract: false } overridden)
            {
                Define(overridden, NonVirtualCall.Get(overridden, build));
                return this;
            }
        }

        throw new BuildFailure(
            $"Target {target.Name} calls Base(), but no base class of {current.DeclaringType.Name} has a target {current.Name}."
        );
    }

    public ITargetDefinition Inherit(params Target[] targets)
    {
        foreach (var inherited in targets)
        {
            var origin = known.GetValueOrDefault(inherited)?.Member ?? current;
            Define((PropertyInfo)origin, inherited);
        }

        return this;
    }

    public ITargetDefinition Inherit<T>(params Expression<Func<T, Target>>[] targets)
        where T : INukeBuild
    {
        PropertyInfo[] inherited =
            targets.Length == 0
                ? [SingleProperty<T>(typeof(Target))]
                : [.. targets.Select(x => (PropertyInfo)ExpressionValue.MemberOf(x))];
        foreach (var property in inherited)
            Define(property, NonVirtualCall.Get(property, build));
        return this;
    }

    private void Apply(Delegate factory)
    {
        _ = factory switch
        {
            Target define => define(this),
            Setup define => define(this),
            Cleanup define => define(this),
            _ => throw new ArgumentException($"{factory.GetType().Name} does not define a target.", nameof(factory)),
        };
    }

    private static PropertyInfo FindProperty(Type type, string name) =>
        type.GetProperty(
            name,
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
        );

    private ExecutableTarget Find(Delegate other) =>
        known.GetValueOrDefault(other)
        ?? throw new BuildFailure(
            $"Target {target.Name} relates to {other.Method.DeclaringType?.Name}.{other.Method.Name}, which is no target: "
                + $"targets are properties of {build.GetType().Name} or of one of its components."
        );

    private PropertyInfo SingleProperty<T>(Type type)
    {
        var properties = typeof(T).GetProperties().Where(x => x.PropertyType == type).ToList();
        return properties is [var only]
            ? only
            : throw new BuildFailure(
                $"Target {target.Name}: {typeof(T).Name} has {properties.Count} properties of type {type.Name}; "
                    + $"name the one that is meant, as in DependsOn<{typeof(T).Name}>(x => x.Target)."
            );
    }

    private static string Readable(string condition) =>
        condition?.StartsWith("() => ") == true ? condition[6..] : condition;
}
