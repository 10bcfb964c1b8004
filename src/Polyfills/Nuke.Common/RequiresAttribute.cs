using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>States on a build class which tool it needs.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public abstract class RequiresAttribute : Attribute
{
    /// <summary>The tool that has to be there.</summary>
    public abstract ToolRequirement GetRequirement();

    internal static ToolRequirement RequirementOf(Type tasks, string version) =>
        tasks.GetCustomAttribute<ToolAttribute>()?.GetRequirement(version)
        ?? throw new BuildFailure(
            $"{tasks.Name} does not say which tool it needs: put an attribute such as [PathTool] on it."
        );
}
