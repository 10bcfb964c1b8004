namespace Nuke.Common.ProjectModel;

/// <summary>A folder of a solution; it need not be one on the disk.</summary>
public class SolutionFolder : SolutionItem, IProjectContainer
{
    internal SolutionFolder(string name, Solution solution)
        : base(name, solution) { }

    public IReadOnlyCollection<Project> Projects => [.. Solution.AllProjects.Where(item => item.Parent == this)];

    public IReadOnlyCollection<SolutionFolder> SolutionFolders =>
        [.. Solution.AllSolutionFolders.Where(item => item.Parent == this)];
}
