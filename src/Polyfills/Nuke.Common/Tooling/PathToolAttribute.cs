namespace Nuke.Common.Tooling;

/// <summary>The executable is found on the PATH.</summary>
public class PathToolAttribute : ToolAttribute
{
    /// <summary>The executable's name, without an extension.</summary>
    public string Executable { get; set; }

    internal override ToolRequirement GetRequirement(string version) => new PathToolRequirement(Executable);

    internal override string GetToolPath() => ToolPathResolver.GetPathExecutable(Executable);
}
