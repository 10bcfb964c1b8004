namespace Nuke.Common;

/// <summary>Defines a target: what it does and how it relates to other targets.</summary>
public delegate ITargetDefinition Target(ITargetDefinition definition);
