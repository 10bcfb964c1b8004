using Pipeline.Images.Docker.Contexts;

namespace Pipeline.Images.Tests.Docker.Contexts;

/// <summary>The rules that https://docs.docker.com/build/concepts/context/#syntax states, with its examples.</summary>
public class DockerIgnoreTests
{
    [Theory]
    [InlineData("*/temp*", "somedir/temporary.txt", true)]
    [InlineData("*/temp*", "somedir/temp/inside.txt", true)]
    [InlineData("*/temp*", "somedir/subdir/temporary.txt", false)]
    [InlineData("*/*/temp*", "somedir/subdir/temporary.txt", true)]
    [InlineData("temp?", "tempa", true)]
    [InlineData("temp?", "temp", false)]
    [InlineData("**/*.go", "main.go", true)]
    [InlineData("**/*.go", "a/b/main.go", true)]
    [InlineData("**/bin", "src/Users/bin/Debug/Users.dll", true)]
    [InlineData("foo/**", "foo/a/b", true)]
    [InlineData("foo/**", "foobar", false)]
    [InlineData("/foo/bar/", "foo/bar", true)]
    [InlineData("./foo", "foo", true)]
    [InlineData("foo", "a/foo", false)]
    [InlineData("[a-c].txt", "b.txt", true)]
    [InlineData("[a-c].txt", "d.txt", false)]
    [InlineData("a\\*b", "a*b", true)]
    [InlineData("a\\*b", "axb", false)]
    [InlineData("a.b", "axb", false)]
    [InlineData("# comment", "# comment", false)]
    public void A_pattern_leaves_out_what_it_matches(string pattern, string path, bool ignored) =>
        Assert.Equal(ignored, DockerIgnore.Parse([pattern]).IsIgnored(path));

    [Theory]
    [InlineData("README.md", false)]
    [InlineData("README-secret.md", true)]
    [InlineData("notes.md", true)]
    public void The_last_line_that_matches_decides(string path, bool ignored) =>
        Assert.Equal(ignored, DockerIgnore.Parse(["*.md", "!README*.md", "README-secret.md"]).IsIgnored(path));

    [Fact]
    public void A_folder_is_entered_when_something_in_it_may_be_taken_in_after_all()
    {
        Assert.True(DockerIgnore.Parse(["bin"]).Prunes("bin"));
        Assert.False(DockerIgnore.Parse(["bin", "!bin/keep"]).Prunes("bin"));
    }
}
