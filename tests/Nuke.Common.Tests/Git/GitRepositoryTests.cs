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
        Run($"config user.name Tester");
        Run($"config user.email tester@example.com");
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

    [Theory]
    [InlineData("https://github.com/owner/name.git", GitProtocol.Https, "github.com", "owner/name")]
    [InlineData("https://user:t0k3n@example.com:8443/a/b/c", GitProtocol.Https, "example.com:8443", "a/b/c")]
    [InlineData("git@github.com:owner/name.git", GitProtocol.Ssh, "github.com", "owner/name")]
    [InlineData("ssh://git@example.com/owner/name.git/", GitProtocol.Ssh, "example.com", "owner/name")]
    [InlineData("/srv/git/name.git", null, null, "srv/git/name")]
    public void An_address_is_taken_apart(string url, GitProtocol? protocol, string? endpoint, string identifier)
    {
        var repository = GitRepository.FromUrl(url, "main");

        Assert.Equal(
            (protocol, endpoint, identifier, "main"),
            (repository.Protocol, repository.Endpoint, repository.Identifier, repository.Branch)
        );
        Assert.Null(repository.Tags);
        Assert.Null(repository.LocalDirectory);
    }

    [Fact]
    public void An_address_is_written_in_both_forms()
    {
        var https = GitRepository.FromUrl("https://github.com/owner/name");
        var ssh = GitRepository.FromUrl("git@github.com:owner/name");

        Assert.Equal("https://github.com/owner/name.git", ssh.HttpsUrl);
        Assert.Equal("git@github.com:owner/name.git", https.SshUrl);
        Assert.Equal(https.HttpsUrl, https.ToString());
        Assert.Equal(ssh.SshUrl, ssh.ToString());
    }

    [Theory]
    [InlineData("main", true, false)]
    [InlineData("master", true, false)]
    [InlineData("release/1.0", false, true)]
    [InlineData(null, false, false)]
    public void Branches_have_kinds(string? branch, bool main, bool release)
    {
        var repository = GitRepository.FromUrl("/srv/name").SetBranch(branch);

        Assert.Equal(main, repository.IsOnMainOrMasterBranch());
        Assert.Equal(release, repository.IsOnReleaseBranch());
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
