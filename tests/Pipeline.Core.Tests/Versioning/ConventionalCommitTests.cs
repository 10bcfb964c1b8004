using Pipeline.Core.Versioning;

namespace Pipeline.Core.Tests.Versioning;

public class ConventionalCommitTests
{
    [Theory]
    [InlineData("feat: add paging", "feat", null, "add paging")]
    [InlineData("fix(core): a limit", "fix", "core", "a limit")]
    [InlineData("FEAT(User Service): x", "feat", "User Service", "x")]
    [InlineData("chore(deps-dev):  bump", "chore", "deps-dev", "bump")]
    [InlineData("feat: a: b", "feat", null, "a: b")]
    public void Reads_type_scope_and_description(string message, string type, string? scope, string description)
    {
        var commit = ConventionalCommit.Parse(message)!;

        Assert.Equal((type, scope, description), (commit.Type, commit.Scope, commit.Description));
        Assert.Null(commit.BreakingChange);
        Assert.Null(commit.Body);
        Assert.Empty(commit.Footers);
    }

    [Theory]
    [InlineData("add paging")]
    [InlineData("feat:add paging")]
    [InlineData("feat : add paging")]
    [InlineData("feat(): add paging")]
    [InlineData("feat: ")]
    [InlineData("Merge branch 'main' into feature")]
    [InlineData("")]
    [InlineData("\n\n")]
    public void Another_form_is_no_conventional_commit(string message)
    {
        Assert.Null(ConventionalCommit.Parse(message));
    }

    [Theory]
    [InlineData("feat!: drop v1", "drop v1")]
    [InlineData("feat(api)!: drop v1", "drop v1")]
    [InlineData("feat: new api\n\nBREAKING CHANGE: v1 is gone", "v1 is gone")]
    [InlineData("feat!: new api\n\nBREAKING-CHANGE: v1 is gone", "v1 is gone")]
    [InlineData("fix: x\n\nbody\n\nRefs: #1\nBREAKING CHANGE: y\nand z", "y\nand z")]
    [InlineData("fix: x\n\nbreaking change: small letters do not count", null)]
    [InlineData("fix: x\n\na paragraph with\nBREAKING CHANGE: in the middle", null)]
    public void Notices_what_breaks(string message, string? breaking)
    {
        Assert.Equal(breaking, ConventionalCommit.Parse(message)!.BreakingChange);
    }

    [Fact]
    public void Reads_body_and_footers()
    {
        var commit = ConventionalCommit.Parse(
            "fix: prevent racing of requests\r\n\r\nIntroduce a request id.\r\nNote: this stays in the body.\r\n\r\nSecond paragraph.\r\n\r\n"
                + "Reviewed-by: Z\r\nRefs #123\r\nCloses: a\r\n  and b\r\n"
        )!;

        Assert.Equal("Introduce a request id.\nNote: this stays in the body.\n\nSecond paragraph.", commit.Body);
        Assert.Equal(
            [new("Reviewed-by", "Z"), new("Refs", "#123"), new CommitFooter("Closes", "a\n  and b")],
            commit.Footers.AsEnumerable()
        );
    }

    [Fact]
    public void Footers_may_follow_the_description_without_a_body()
    {
        var commit = ConventionalCommit.Parse("feat: x\n\nRefs: #1")!;

        Assert.Null(commit.Body);
        Assert.Equal([new CommitFooter("Refs", "#1")], commit.Footers.AsEnumerable());
    }
}
