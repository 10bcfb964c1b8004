using Nuke.Common.IO;

namespace NukeCommon.Tests.IO;

public class PathConstructionTests
{
    [Theory]
    [InlineData("/a/b", "/a/b/c/d", "c/d")]
    [InlineData("/a/b", "/a/c", "../c")]
    [InlineData("/a/b", "/a/b", "")]
    [InlineData("/a/b", "/", "../..")]
    [InlineData(@"C:\a", @"C:\a\b", "b")]
    [InlineData("/a", @"C:\a", @"C:\a")]
    public void A_relative_path_leads_from_one_to_the_other(string from, string to, string expected)
    {
        Assert.Equal(expected, PathConstruction.GetRelativePath(from, to));
    }

    [Fact]
    public void Relative_paths_are_typed_and_descend()
    {
        AbsolutePath root = "/repository";

        var relative = root.GetRelativePathTo("/repository/src") / "app";
        var unix = root.GetUnixRelativePathTo("/repository/src/app");

        Assert.Equal("src/app", relative.ToString());
        Assert.Equal("src/app", (string)unix);
        Assert.Null((string)(RelativePath)null!);
    }

    [Theory]
    [InlineData("/repository", true)]
    [InlineData("/repository/src", true)]
    [InlineData("/repository-2", false)]
    [InlineData("/", false)]
    public void A_folder_contains_itself_and_what_lies_below(string path, bool expected)
    {
        AbsolutePath root = "/repository";

        Assert.Equal(expected, root.Contains(path));
    }

    [Theory]
    [InlineData("a/./b", "a/b")]
    [InlineData("../a", "../a")]
    [InlineData("a/../..", "..")]
    public void Relative_paths_may_go_up(string path, string expected)
    {
        Assert.Equal(expected, PathConstruction.NormalizePath(path, '/'));
    }
}
