using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>The fluent description of a target. Every member returns the same definition.</summary>
public interface ITargetDefinition
{
    /// <summary>Sets what the target list says about the target.</summary>
    ITargetDefinition Description(string description);

    /// <summary>Adds actions that the target carries out, in order.</summary>
    ITargetDefinition Executes(params Action[] actions);

    /// <summary>Adds a function whose result is dropped; a returned task is awaited.</summary>
    ITargetDefinition Executes<T>(Func<T> action);

    /// <summary>Adds an asynchronous action, which is awaited.</summary>
    ITargetDefinition Executes(Func<Task> action);

    /// <summary>The given targets run before this one whenever this one is scheduled.</summary>
    ITargetDefinition DependsOn(params Target[] targets);

    /// <inheritdoc cref="DependsOn(Target[])" />
    ITargetDefinition DependsOn<T>(params Func<T, Target>[] targets)
        where T : INukeBuild;

    /// <summary>As <see cref="DependsOn{T}" /> where the build is a <typeparamref name="T" />, otherwise nothing.</summary>
    ITargetDefinition TryDependsOn<T>(params Func<T, Target>[] targets)
        where T : INukeBuild;

    /// <summary>This target runs before the given ones whenever they are scheduled.</summary>
    ITargetDefinition DependentFor(params Target[] targets);

    /// <inheritdoc cref="DependentFor(Target[])" />
    ITargetDefinition DependentFor<T>(params Func<T, Target>[] targets)
        where T : INukeBuild;

    /// <summary>As <see cref="DependentFor{T}" /> where the build is a <typeparamref name="T" />, otherwise nothing.</summary>
    ITargetDefinition TryDependentFor<T>(params Func<T, Target>[] targets)
        where T : INukeBuild;

    /// <summary>Skips the target when the condition is false at the moment the target would run.</summary>
    ITargetDefinition OnlyWhenDynamic(
        Func<bool> condition,
        [CallerArgumentExpression(nameof(condition))] string conditionExpression = null
    );

    /// <summary>Skips the target, and what only it needs, when the condition is false before the first target runs.</summary>
    ITargetDefinition OnlyWhenStatic(
        Func<bool> condition,
        [CallerArgumentExpression(nameof(condition))] string conditionExpression = null
    );

    /// <summary>Refuses the build before the first target runs when a parameter has no value.</summary>
    ITargetDefinition Requires<T>(
        Expression<Func<T>> parameterRequirement,
        params Expression<Func<T>>[] parameterRequirements
    )
        where T : class;

    /// <inheritdoc cref="Requires{T}(Expression{Func{T}}, Expression{Func{T}}[])" />
    ITargetDefinition Requires<T>(
        Expression<Func<T?>> parameterRequirement,
        params Expression<Func<T?>>[] parameterRequirements
    )
        where T : struct;

    /// <summary>Refuses the build before the first target runs when a requirement is false.</summary>
    ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements);

    /// <summary>Refuses the build before the first target runs when a tool is missing.</summary>
    ITargetDefinition Requires<T>()
        where T : IRequireTool;

    /// <inheritdoc cref="Requires{T}()" />
    ITargetDefinition Requires<T>(string version)
        where T : IRequireToolWithVersion;

    /// <inheritdoc cref="Requires{T}()" />
    ITargetDefinition Requires(Expression<Func<Tool>> tool, params Expression<Func<Tool>>[] tools);

    /// <summary>Sets what happens to the dependencies when this target is skipped before the build starts.</summary>
    ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior);

    /// <summary>Where both are scheduled, this target runs before the given ones.</summary>
    ITargetDefinition Before(params Target[] targets);

    /// <inheritdoc cref="Before(Target[])" />
    ITargetDefinition Before<T>(params Func<T, Target>[] targets)
        where T : INukeBuild;

    /// <summary>As <see cref="Before{T}" /> where the build is a <typeparamref name="T" />, otherwise nothing.</summary>
    ITargetDefinition TryBefore<T>(params Func<T, Target>[] targets)
        where T : INukeBuild;

    /// <summary>Where both are scheduled, this target runs after the given ones.</summary>
    ITargetDefinition After(params Target[] targets);

    /// <inheritdoc cref="After(Target[])" />
    ITargetDefinition After<T>(params Func<T, Target>[] targets)
        where T : INukeBuild;

    /// <summary>As <see cref="After{T}" /> where the build is a <typeparamref name="T" />, otherwise nothing.</summary>
    ITargetDefinition TryAfter<T>(params Func<T, Target>[] targets)
        where T : INukeBuild;

    /// <summary>Whenever this target is scheduled, the given ones are too, after it.</summary>
    ITargetDefinition Triggers(params Target[] targets);

    /// <inheritdoc cref="Triggers(Target[])" />
    ITargetDefinition Triggers<T>(params Func<T, Target>[] targets)
        where T : INukeBuild;

    /// <summary>As <see cref="Triggers{T}" /> where the build is a <typeparamref name="T" />, otherwise nothing.</summary>
    ITargetDefinition TryTriggers<T>(params Func<T, Target>[] targets)
        where T : INukeBuild;

    /// <summary>Whenever one of the given targets is scheduled, this one is too, after it.</summary>
    ITargetDefinition TriggeredBy(params Target[] targets);

    /// <inheritdoc cref="TriggeredBy(Target[])" />
    ITargetDefinition TriggeredBy<T>(params Func<T, Target>[] targets)
        where T : INukeBuild;

    /// <summary>As <see cref="TriggeredBy{T}" /> where the build is a <typeparamref name="T" />, otherwise nothing.</summary>
    ITargetDefinition TryTriggeredBy<T>(params Func<T, Target>[] targets)
        where T : INukeBuild;

    /// <summary>The target runs even after another one failed.</summary>
    ITargetDefinition AssuredAfterFailure();

    /// <summary>When this target fails, the others go on; the build fails in the end.</summary>
    ITargetDefinition ProceedAfterFailure();

    /// <summary>Leaves the target out of the target list.</summary>
    ITargetDefinition Unlisted();

    /// <summary>Applies the definition that this one overrides.</summary>
    ITargetDefinition Base();

    /// <summary>Applies other definitions to this target.</summary>
    ITargetDefinition Inherit(params Target[] targets);

    /// <summary>Applies the definitions of a component that the build re-implements.</summary>
    ITargetDefinition Inherit<T>(params Expression<Func<T, Target>>[] targets)
        where T : INukeBuild;

    /// <summary>States the files that the target leaves behind, as paths or glob patterns.</summary>
    ITargetDefinition Produces(params string[] artifacts);

    /// <summary>States that the target reads everything that the given ones produce.</summary>
    ITargetDefinition Consumes(params Target[] targets);

    /// <inheritdoc cref="Consumes(Target[])" />
    ITargetDefinition Consumes<T>(params Func<T, Target>[] targets)
        where T : INukeBuild;

    /// <summary>States which of another target's files this one reads; none given means all.</summary>
    ITargetDefinition Consumes(Target target, params string[] artifacts);

    /// <inheritdoc cref="Consumes(Target, string[])" />
    ITargetDefinition Consumes<T>(Func<T, Target> target, params string[] artifacts)
        where T : INukeBuild;

    /// <inheritdoc cref="Consumes(Target, string[])" />
    ITargetDefinition Consumes<T>(params string[] artifacts)
        where T : INukeBuild;

    /// <summary>Runs the setup target of <typeparamref name="T" /> before and its cleanup target after this one.</summary>
    ITargetDefinition DependsOnContext<T>()
        where T : INukeBuild;

    /// <summary>Splits the target over <paramref name="size" /> jobs, at least two.</summary>
    ITargetDefinition Partition(int size);
}
