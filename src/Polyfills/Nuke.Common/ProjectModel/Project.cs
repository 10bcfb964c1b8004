using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A project of a solution; stands for the path of its file.</summary>
public class Project : SolutionItem, IAbsolutePathHolder
{
    internal Project(string name, string relativePath, Solution solution)
        : base(name, solution) => RelativePath = relativePath;

    /// <summary>The path from the solution's folder, as the solution has it.</summary>
    public string RelativePath { get; }

    public AbsolutePath Path => Solution.Directory / RelativePath;

    public string FileName => Path.Name;

    public AbsolutePath Directory => Path.Parent;

    public static implicit operator string(Project project) => project?.Path;

    public static implicit operator AbsolutePath(Project project) => project?.Path;
}
