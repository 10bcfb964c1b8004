using Nuke.Common;
using Nuke.Common.Git;

namespace Nuke.Components;

/// <summary>A build that lies in a Git repository.</summary>
public interface IHazGitRepository : INukeBuild
{
    [GitRepository]
    [Required]
    GitRepository GitRepository => TryGetValue(() => GitRepository);
}
