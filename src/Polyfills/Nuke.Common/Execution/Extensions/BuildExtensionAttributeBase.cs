namespace Nuke.Common.Execution;

/// <summary>Base of the attributes of a build class that take part in the run.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class BuildExtensionAttributeBase : Attribute, IBuildExtension
{
    /// <summary>The build that carries the attribute.</summary>
    public INukeBuild Build { get; internal set; }

    /// <inheritdoc />
    public virtual float Priority { get; set; }
}
