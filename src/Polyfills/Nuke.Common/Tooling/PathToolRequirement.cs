namespace Nuke.Common.Tooling;

/// <summary>An executable that has to be on the PATH.</summary>
public class PathToolRequirement(string pathExecutable) : ToolRequirement
{
    public string PathExecutable { get; init; } = pathExecutable;
}
