using System.Linq.Expressions;
using Nuke.Common.Tooling;

namespace Nuke.Common.Execution;

internal sealed partial class TargetDefinition
{
    public ITargetDefinition Requires<T>(
        Expression<Func<T>> parameterRequirement,
        params Expression<Func<T>>[] parameterRequirements
    )
        where T : class => Require([parameterRequirement, .. parameterRequirements]);

    public ITargetDefinition Requires<T>(
        Expression<Func<T?>> parameterRequirement,
        params Expression<Func<T?>>[] parameterRequirements
    )
        where T : struct => Require([parameterRequirement, .. parameterRequirements]);

    public ITargetDefinition Requires(
        Expression<Func<bool>> requirement,
        params Expression<Func<bool>>[] requirements
    ) => Require([requirement, .. requirements]);

    public ITargetDefinition Requires<T>()
        where T : IRequireTool => Require(new RequiresAttribute<T>().GetRequirement());

    public ITargetDefinition Requires<T>(string version)
        where T : IRequireToolWithVersion => Require(RequiresAttribute.RequirementOf(typeof(T), version));

    public ITargetDefinition Requires(Expression<Func<Tool>> tool, params Expression<Func<Tool>>[] tools) =>
        Require([tool, .. tools]);

    private TargetDefinition Require(IEnumerable<LambdaExpression> requirements)
    {
        target.DelegateRequirements.AddRange(requirements);
        return this;
    }

    private TargetDefinition Require(ToolRequirement requirement)
    {
        target.ToolRequirements.Add(requirement);
        return this;
    }
}
