namespace Nuke.Common.ProjectModel;

/// <summary>A solution or a folder of it.</summary>
public interface IProjectContainer
{
    /// <summary>The container of a folder; null for a solution.</summary>
    IProjectContainer Parent { get; }

    /// <summary>The projects directly inside.</summary>
    IReadOnlyCollection<Project> Projects { get; }

    /// <summary>The folders directly inside.</summary>
    IReadOnlyCollection<SolutionFolder> SolutionFolders { get; }
}
