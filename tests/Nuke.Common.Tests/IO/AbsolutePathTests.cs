using System.ComponentModel;
using Nuke.Common;
using Nuke.Common.IO;

namespace NukeCommon.Tests.IO;

public class AbsolutePathTests
{
    private static readonly AbsolutePath Root = "/repository";

    [Theory]
    [InlineData("src", "/repository/src")]
    [InlineData("src/app/", "/repository/src/app")]
    [InlineData(@"src\app", "/repository/src/app")]
    [InlineData("./src//app", "/repository/src/app")]
    [InlineData("src/../tests", "/repository/tests")]
    [InlineData("..", "/")]
    [InlineData("", "/repository")]
    public void A_slash_descends_and_normalises(string right, string expected)
    {
        Assert.Equal(expected, (string)(Root / right));
    }

    [Fact]
    public void A_range_ascends()
    {
        var path = Root / "src" / "app";

        Assert.Equal(Root / "src", path / ..);
        Assert.Equal(path.Parent, path / ..);
        Assert.Null(((AbsolutePath)"/").Parent);
    }

    [Fact]
    public void A_plus_appends_to_the_last_part()
    {
        Assert.Equal(Root / "app.dll", Root / "app" + ".dll");
    }

    [Fact]
    public void A_path_knows_its_parts()
    {
        var path = Root / "app.tar.gz";

        Assert.Equal("app.tar.gz", path.Name);
        Assert.Equal("app.tar", path.NameWithoutExtension);
        Assert.Equal(".gz", path.Extension);
        Assert.Equal(Root, path.Parent);
        Assert.Equal(Root / "app.tar.zst", path.WithExtension("zst"));
    }

    [Fact]
    public void A_relative_path_is_refused_with_a_hint()
    {
        var exception = Assert.Throws<ArgumentException>(() => (AbsolutePath)"src/app");

        Assert.Contains("'src/app' is relative", exception.Message);
    }

    [Fact]
    public void A_rooted_right_side_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Root / "/etc");
    }

    [Fact]
    public void A_path_above_the_root_is_refused()
    {
        Assert.Throws<Exception>(() => Root / "../..");
    }

    [Fact]
    public void Null_converts_to_null_both_ways()
    {
        Assert.Null((AbsolutePath)(string)null!);
        Assert.Null((string)(AbsolutePath)null!);
    }

    [Fact]
    public void Paths_are_equal_by_value()
    {
        var same = Root / "src" / "..";

        Assert.True(same == Root);
        Assert.False(same != Root);
        Assert.Equal(Root.GetHashCode(), same.GetHashCode());
        Assert.False(Root == null);
    }

    [Fact]
    public void Windows_paths_keep_their_separators()
    {
        AbsolutePath path = @"C:\repository/src";

        Assert.Equal(@"C:\repository\src\app", (string)(path / "app"));
        Assert.Null(((AbsolutePath)@"C:\").Parent);
    }

    [Theory]
    [InlineData("d", "\"/repository/a b\"")]
    [InlineData("dn", "\"/repository/a b\"")]
    [InlineData("s", "'/repository/a b'")]
    [InlineData("sn", "'/repository/a b'")]
    [InlineData("nq", "/repository/a b")]
    public void A_format_says_how_to_quote(string format, string expected)
    {
        Assert.Equal(expected, (Root / "a b").ToString(format));
    }

    [Fact]
    public void Quotes_are_left_out_where_they_are_not_needed()
    {
        Assert.Equal("/repository", $"{Root:dn}");
        Assert.Equal("/repository", $"{Root:sn}");
    }

    [Fact]
    public void Text_converts_relative_to_the_working_directory()
    {
        var converter = TypeDescriptor.GetConverter(typeof(AbsolutePath));

        Assert.Equal(Root, converter.ConvertFromString("/repository"));
        Assert.Equal(EnvironmentInfo.WorkingDirectory / "out", converter.ConvertFromString("out"));
    }
}
