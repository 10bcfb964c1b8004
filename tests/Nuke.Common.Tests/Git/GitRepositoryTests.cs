using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.Git;

namespace NukeCommon.Tests.Git;

[Collection(LogCollection.Name)]
public sealed class GitRepositoryTests : IDisposable
{
    private readonly CapturedLog log = new();
    private readonly TemporaryFolder folder = new();

    private AbsolutePath Directory => folder.Path / "repository";

    public GitRepositoryTests()
    {
        Run($"init --quiet --initial-branch=main {Directory}", folder.Path);
        (Directory / ".git" / "config").AppendAllText("[user]\n\tname = Tester\n\temail = tester@example.com\n");
    }

    public void Dispose()
    {
        log.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_branch_without_commits_has_no_commit()
    {
        var repository = GitRepository.FromLocalDirectory(Directory);

        Assert.Equal("main", repository.Branch);
        Assert.Equal("refs/heads/main", repository.Head);
        Assert.Null(repository.Commit);
        Assert.Null(repository.Endpoint);
        Assert.Equal(Directory, repository.LocalDirectory);
    }

    [Fact]
    public void Branch_and_commit_are_those_of_the_working_copy_around_the_directory()
    {
        var commit = Commit();
        Run($"checkout --quiet -b feature/one");

        var repository = GitRepository.FromLocalDirectory((Directory / "src" / "app").CreateDirectory());

        Assert.Equal("feature/one", repository.Branch);
        Assert.Equal(commit, repository.Commit);
        Assert.Equal(Directory, repository.LocalDirectory);
    }

    [Fact]
    public void Packed_references_are_read()
    {
        var commit = Commit();
        Run($"tag -m annotated v2");
        Run($"tag v1");
        Run($"pack-refs --all");

        var repository = GitRepository.FromLocalDirectory(Directory);

        Assert.Equal(commit, repository.Commit);
        Assert.Equal(["v1", "v2"], repository.Tags);
    }

    [Fact]
    public void Loose_tags_are_read_annotated_or_not()
    {
        Commit();
        Run($"tag old");
        Commit();
        Run($"tag -m annotated v2");
        Run($"tag v1");

        Assert.Equal(["v1", "v2"], GitRepository.FromLocalDirectory(Directory).Tags);
    }

    [Fact]
    public void A_detached_head_is_its_own_commit_on_no_branch()
    {
        var commit = Commit();
        Run($"checkout --quiet --detach");

        var repository = GitRepository.FromLocalDirectory(Directory);

        Assert.Equal(commit, repository.Head);
        Assert.Equal(commit, repository.Commit);
        Assert.Null(repository.Branch);
    }

    [Fact]
    public void A_worktree_has_its_own_head_and_shares_the_rest()
    {
        Commit();
        Run($"tag v1");
        Run($"remote add origin https://github.com/owner/name");
        Run($"worktree add --quiet -b side ../side");

        var repository = GitRepository.FromLocalDirectory(folder.Path / "side");

        Assert.Equal("side", repository.Branch);
        Assert.Equal(GitRepository.FromLocalDirectory(Directory).Commit, repository.Commit);
        Assert.Equal("owner/name", repository.Identifier);
        Assert.Equal(["v1"], repository.Tags);
        Assert.Equal(folder.Path / "side", repository.LocalDirectory);
    }

    [Fact]
    public void The_remote_is_the_one_that_the_branch_follows()
    {
        Commit();
        Run($"remote add origin https://github.com/owner/fork.git");
        Run($"remote add upstream git@github.com:owner/name.git");
        Run($"config branch.main.remote upstream");
        Run($"config branch.main.merge refs/heads/trunk");

        var repository = GitRepository.FromLocalDirectory(Directory);

        Assert.Equal("upstream", repository.RemoteName);
        Assert.Equal("trunk", repository.RemoteBranch);
        Assert.Equal("owner/name", repository.Identifier);

        Run($"checkout --quiet -b other");
        Assert.Equal("origin", GitRepository.FromLocalDirectory(Directory).RemoteName);
    }

    [Fact]
    public void The_only_remote_counts_whatever_its_name()
    {
        Run($"remote add company ssh://git@git.example.com:2222/team/name.git");

        var repository = GitRepository.FromLocalDirectory(Directory);

        Assert.Equal("company", repository.RemoteName);
        Assert.Equal("git.example.com:2222", repository.Endpoint);
    }

    [Fact]
    public void A_directory_outside_of_every_repository_is_named()
    {
        var exception = Assert.Throws<ArgumentException>(() => GitRepository.FromLocalDirectory(folder.Path));

        Assert.Contains($"Expected a Git repository at {folder.Path} or above it", exception.Message);
    }

    [Fact]
    public void A_working_copy_is_clean_until_a_file_is_added()
    {
        Commit();
        Assert.True(GitTasks.GitHasCleanWorkingCopy(Directory));

        (Directory / "new.txt").WriteAllText("new");

        Assert.False(GitTasks.GitHasCleanWorkingCopy(Directory));
        Assert.EndsWith("git", GitTasks.GitPath);
    }

    private string Commit()
    {
        Run($"commit --quiet --allow-empty -m {"a commit"}");
        return Run($"rev-parse HEAD").StdToText();
    }

    private IReadOnlyCollection<Output> Run(ArgumentStringHandler arguments, AbsolutePath? directory = null) =>
        GitTasks.Git(arguments, directory ?? Directory, logInvocation: false);
}
