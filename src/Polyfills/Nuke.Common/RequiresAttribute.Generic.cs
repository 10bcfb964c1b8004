using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>States on a build class that it needs the tool of <typeparamref name="T" />.</summary>
public class RequiresAttribute<T> : RequiresAttribute
    where T : IRequireTool
{
    /// <summary>The version that has to be there, or null for any.</summary>
    public string Version { get; set; }

    /// <inheritdoc />
    public override ToolRequirement GetRequirement() => RequirementOf(typeof(T), Version);
}
