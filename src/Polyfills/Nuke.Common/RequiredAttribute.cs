namespace Nuke.Common;

/// <summary>Refuses the build before the first target runs when the member has no value.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class RequiredAttribute : Attribute;
