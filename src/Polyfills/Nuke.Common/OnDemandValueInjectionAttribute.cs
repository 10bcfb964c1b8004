namespace Nuke.Common;

/// <summary>Leaves all members of the build class but its parameters out of the injection at the start.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class OnDemandValueInjectionAttribute : Attribute;
