using System.Reflection;
using Nuke.Common.CI;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Git;

/// <summary>
/// Gives a member the repository that the build lies in; where no branch is checked out, its branch is the one that
/// the CI service names.
/// </summary>
public class GitRepositoryAttribute : ValueInjectionAttributeBase
{
    public override object GetValue(MemberInfo member, object instance)
    {
        var repository = GitRepository.FromLocalDirectory(NukeBuild.RootDirectory);
        return repository.Branch is null && NukeBuild.Host is IBuildServer { Branch: { } branch }
            ? repository.SetBranch(branch)
            : repository;
    }
}
