using System.Diagnostics;
using Pipeline.Components.Package;

namespace Pipeline.Components.Tests.Package;

public sealed class GitHistoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public GitHistoryTests()
    {
        Git("init", "--quiet", "--initial-branch=main");
        folder.Write("a.txt", "1");
        Commit("feat: begin");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Without_a_tag_every_commit_counts()
    {
        folder.Write("a.txt", "2");
        Commit("fix: mend\n\nBREAKING CHANGE: all is new");

        var history = GitHistory.Read(folder.Path);

        Assert.Null(history.Tag);
        Assert.Equal(["fix: mend\n\nBREAKING CHANGE: all is new", "feat: begin"], history.Messages.ToArray());
        Assert.Null(history.DirtyHash);
        Assert.Equal(40, history.Commit.Length);
    }

    [Fact]
    public void Only_commits_since_the_latest_release_tag_count()
    {
        Git("tag", "v1.9.0");
        Git("tag", "v1.10.0");
        Git("tag", "nightly");
        folder.Write("a.txt", "2");
        Commit("fix: mend");

        var history = GitHistory.Read(folder.Path);

        Assert.Equal("v1.10.0", history.Tag);
        Assert.Equal(["fix: mend"], history.Messages.ToArray());
        Assert.StartsWith("1.10.1-ci.1", VersionRecord.Of(history).Version);
    }

    [Fact]
    public void The_latest_release_is_the_highest_version_and_no_candidate_or_moving_tag()
    {
        Git("tag", "v2.0.0-rc.1");
        Git("tag", "v2.0.0");
        Git("tag", "v2");

        var history = GitHistory.Read(folder.Path);

        Assert.Equal("v2.0.0", history.Tag);
        Assert.Equal("2.0.0", VersionRecord.Of(history).Version);
    }

    [Fact]
    public void A_repository_inside_the_working_copy_is_no_obstacle()
    {
        Git("init", "--quiet", "inner");
        folder.Write("inner/a.txt", "1");

        Assert.NotNull(GitHistory.Read(folder.Path).DirtyHash);
    }

    [Fact]
    public void Changed_and_untracked_files_make_the_tree_dirty_each_in_its_own_way()
    {
        folder.Write("a.txt", "2");
        var changed = GitHistory.Read(folder.Path).DirtyHash;
        folder.Write("new.txt", "3");
        var added = GitHistory.Read(folder.Path).DirtyHash;
        folder.Write("new.txt", "4");
        var addedOther = GitHistory.Read(folder.Path).DirtyHash;

        Assert.Equal(3, new[] { changed, added, addedOther }.Distinct().Count());
        Assert.All([changed, added, addedOther], Assert.NotNull);
    }

    private void Commit(string message)
    {
        Git("add", "--all");
        Git("-c", "user.name=Tester", "-c", "user.email=tester@example.org", "commit", "--quiet", "--message", message);
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.Path })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
