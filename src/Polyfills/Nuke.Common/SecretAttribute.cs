namespace Nuke.Common;

/// <summary>Marks a parameter whose value never appears in anything that is printed or written.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class SecretAttribute : Attribute;
