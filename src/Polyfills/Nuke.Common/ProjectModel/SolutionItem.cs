namespace Nuke.Common.ProjectModel;

/// <summary>A project or a folder of a solution.</summary>
public class SolutionItem
{
    internal SolutionItem(string name, Solution solution)
    {
        Name = name;
        Solution = solution;
    }

    public string Name { get; }

    public Solution Solution { get; }

    /// <summary>The solution folder that it lies in; the solution itself if in none.</summary>
    public IProjectContainer Parent { get; internal set; }

    public override string ToString() => Name;
}
