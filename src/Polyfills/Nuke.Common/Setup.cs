namespace Nuke.Common;

/// <summary>Defines the target that prepares a context, see <see cref="ITargetDefinition.DependsOnContext{T}" />.</summary>
public delegate ITargetDefinition Setup(ITargetDefinition definition);
