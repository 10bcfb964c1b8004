using Nuke.Common.Utilities;

namespace Nuke.Common.Git;

/// <summary>The kinds of branches, by name.</summary>
public static class GitRepositoryExtensions
{
    public static bool IsOnMainOrMasterBranch(this GitRepository repository) =>
        repository.IsOnMainBranch() || repository.IsOnMasterBranch();

    public static bool IsOnMainBranch(this GitRepository repository) =>
        repository.Branch.EqualsOrdinalIgnoreCase("main");

    public static bool IsOnMasterBranch(this GitRepository repository) =>
        repository.Branch.EqualsOrdinalIgnoreCase("master");

    public static bool IsOnReleaseBranch(this GitRepository repository) =>
        repository.Branch?.StartsWithOrdinalIgnoreCase("release/") == true;
}
