using System.ComponentModel;
using System.IO.Enumeration;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>The projects of a solution file; stands for the path of that file.</summary>
[TypeConverter(typeof(SolutionConverter))]
public class Solution : IProjectContainer, IAbsolutePathHolder
{
    internal Solution(AbsolutePath path) => Path = path;

    public AbsolutePath Path { get; }

    public string Name => Path.NameWithoutExtension;

    public string FileName => Path.Name;

    public AbsolutePath Directory => Path.Parent;

    /// <summary>All projects, whichever folder they lie in, in the order of the file.</summary>
    public IReadOnlyCollection<Project> AllProjects { get; internal set; } = [];

    public IReadOnlyCollection<SolutionFolder> AllSolutionFolders { get; internal set; } = [];

    /// <summary>The projects that lie in no solution folder.</summary>
    public IReadOnlyCollection<Project> Projects => [.. AllProjects.Where(item => item.Parent == this)];

    public IReadOnlyCollection<SolutionFolder> SolutionFolders =>
        [.. AllSolutionFolders.Where(item => item.Parent == this)];

    IProjectContainer IProjectContainer.Parent => null;

    public static implicit operator string(Solution solution) => solution?.Path;

    public static implicit operator AbsolutePath(Solution solution) => solution?.Path;

    /// <summary>All projects whose name matches a pattern such as <c>*.Tests</c>.</summary>
    public IEnumerable<Project> GetAllProjects(string wildcardPattern) =>
        AllProjects.Where(project => FileSystemName.MatchesSimpleExpression(wildcardPattern, project.Name));

    public override string ToString() => Path;
}
