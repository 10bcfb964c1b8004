namespace Nuke.Common.Tooling;

/// <summary>Says where the executable of a tasks class comes from.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class ToolAttribute : Attribute
{
    internal abstract ToolRequirement GetRequirement(string version);

    internal abstract string GetToolPath();
}
