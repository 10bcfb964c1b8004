using NuGet.Versioning;
using Pipeline.Core.Versioning;

namespace Pipeline.Core.Tests.Versioning;

public class VersionCalculatorTests
{
    [Theory]
    [InlineData("1.2.3", "fix: a", "1.2.4-ci.1")]
    [InlineData("1.2.3", "perf: a", "1.2.4-ci.1")]
    [InlineData("1.2.3", "feat: a", "1.3.0-ci.1")]
    [InlineData("1.2.3", "feat!: a", "2.0.0-ci.1")]
    [InlineData("1.2.3", "docs: a", "1.2.4-ci.1")]
    [InlineData("1.2.3", "whatever", "1.2.4-ci.1")]
    [InlineData("1.2.3", "fix: a|feat: b|docs: c", "1.3.0-ci.3")]
    [InlineData("1.2.3", "fix: a\n\nBREAKING CHANGE: b|feat: c", "2.0.0-ci.2")]
    [InlineData("0.2.3", "fix: a", "0.2.4-ci.1")]
    [InlineData("0.2.3", "feat: a", "0.3.0-ci.1")]
    [InlineData("0.2.3", "feat!: a", "0.3.0-ci.1")]
    [InlineData("1.0.0-rc.1", "feat: a|fix: b", "1.0.0-rc.1.ci.2")]
    public void Commits_since_the_tag_decide_the_version(string tag, string messages, string expected)
    {
        Assert.Equal(expected, Next(tag, messages.Split('|')).Tag);
    }

    [Fact]
    public void Without_a_tag_the_height_counts_towards_the_first_version()
    {
        var version = Next(null, ["feat!: a", "fix: b", "chore: c"]);

        Assert.Equal("0.1.0-ci.3", version.Tag);
        Assert.Equal("0.1.0", version.Release.ToString());
    }

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("1.0.0-rc.1")]
    public void The_tagged_commit_has_the_version_of_the_tag(string tag)
    {
        var version = Next(tag, []);

        Assert.Equal(tag, version.Tag);
        Assert.True(version.IsRelease);
    }

    [Fact]
    public void A_commit_that_is_no_release_says_so()
    {
        Assert.False(Next("1.2.3", ["fix: a"]).IsRelease);
        Assert.False(Next("1.2.3", [], dirty: "abc").IsRelease);
    }

    [Theory]
    [InlineData(null, "feat: a", "abc1234", "0.1.0-ci.1-dirty.abc1234")]
    [InlineData("1.2.3", "", "abc1234", "1.2.4-ci.0-dirty.abc1234")]
    [InlineData("1.2.3", "fix: a", "0012345", "1.2.4-ci.1-dirty.x0012345")]
    public void A_dirty_tree_is_marked(string? tag, string messages, string dirty, string expected)
    {
        Assert.Equal(expected, Next(tag, messages.Split('|', StringSplitOptions.RemoveEmptyEntries), dirty).Tag);
    }

    [Fact]
    public void The_commit_is_the_metadata()
    {
        Assert.Equal("0.1.0-ci.1+c0ffee1", Next(null, ["feat: a"]).Version.ToFullString());
    }

    [Fact]
    public void Versions_rise_from_tag_to_tag()
    {
        SemanticVersion[] versions =
        [
            Next("1.0.0-rc.1", []).Version,
            Next("1.0.0-rc.1", ["fix: a"]).Version,
            Next("1.0.0-rc.1", [.. Enumerable.Repeat("fix: a", 10)]).Version,
            SemanticVersion.Parse("1.0.0-rc.2"),
            Next("1.0.0", []).Version,
            Next("1.0.0", ["fix: a"]).Version,
            Next("1.0.0", [.. Enumerable.Repeat("fix: a", 10)]).Version,
            Next("1.0.1", []).Version,
        ];

        Assert.Equal(versions.Order(VersionComparer.VersionRelease), versions);
    }

    private static CalculatedVersion Next(string? tag, string[] messages, string? dirty = null) =>
        VersionCalculator.Next(tag is null ? null : SemanticVersion.Parse(tag), messages, "c0ffee1", dirty);
}
