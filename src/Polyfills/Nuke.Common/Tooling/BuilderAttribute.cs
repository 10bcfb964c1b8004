namespace Nuke.Common.Tooling;

/// <summary>Names the property that a fluent method changes.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class BuilderAttribute : Attribute
{
    public Type Type { get; set; }

    public string Property { get; set; }
}
