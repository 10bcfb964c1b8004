namespace Nuke.Common.ProjectModel;

/// <summary>Search by name, directly inside a container.</summary>
public static class ProjectContainerExtensions
{
    /// <summary>The folder of that name, or null.</summary>
    public static SolutionFolder GetSolutionFolder(this IProjectContainer container, string name) =>
        container.SolutionFolders.SingleOrDefault(folder => folder.Name == name);

    /// <summary>The project of that name, or null; those of inner folders are in <see cref="Solution.AllProjects"/>.</summary>
    public static Project GetProject(this IProjectContainer container, string name) =>
        container.Projects.SingleOrDefault(project => project.Name == name);
}
