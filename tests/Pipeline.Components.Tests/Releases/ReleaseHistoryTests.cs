using System.Diagnostics;
using Pipeline.Components.Releases;

namespace Pipeline.Components.Tests.Releases;

public sealed class ReleaseHistoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ReleaseHistoryTests()
    {
        Git("init", "--quiet", "--initial-branch=main");
        Commit("feat: begin");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_release_has_every_commit()
    {
        var history = ReleaseHistory.Read(folder.Path);

        Assert.Equal(("0.1.0", null, false), (history.Version, history.PreviousTag, history.IsPrerelease));
        Assert.Equal(["feat: begin"], history.Commits.Select(commit => commit.Message));
    }

    [Fact]
    public void The_next_release_has_the_commits_since_the_last_one()
    {
        Git("tag", "v1.0.0");
        Commit("feat: more\n\nCloses #1");

        var history = ReleaseHistory.Read(folder.Path);

        Assert.Equal(("1.1.0", "v1.0.0"), (history.Version, history.PreviousTag));
        var (hash, message) = Assert.Single(history.Commits);
        Assert.Equal((history.Commit, "feat: more\n\nCloses #1"), (hash, message));
    }

    [Fact]
    public void A_tagged_commit_is_released_as_its_tag_says()
    {
        Git("tag", "v1.0.0");
        Commit("fix: mend");
        Git("tag", "v1.0.1-rc.1");
        Commit("fix: mend again");
        Git("tag", "v1.0.1");

        var history = ReleaseHistory.Read(folder.Path);

        Assert.Equal(("1.0.1", "v1.0.0"), (history.Version, history.PreviousTag));
        Assert.Equal(["fix: mend again", "fix: mend"], history.Commits.Select(commit => commit.Message));
    }

    private void Commit(string message) =>
        Git(
            "-c",
            "user.name=T",
            "-c",
            "user.email=t@example.org",
            "commit",
            "--quiet",
            "--allow-empty",
            "--message",
            message
        );

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.Path })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
