namespace Nuke.Common;

/// <summary>Defines the target that tears a context down, see <see cref="ITargetDefinition.DependsOnContext{T}" />.</summary>
public delegate ITargetDefinition Cleanup(ITargetDefinition definition);
