namespace Nuke.Common;

/// <summary>States that a member may go without a value.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class OptionalAttribute : Attribute;
