namespace Nuke.Common;

/// <summary>Leaves a member out of the injection at the start of the build.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class OnDemandAttribute : Attribute;
