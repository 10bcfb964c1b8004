using System.Formats.Tar;
using Pipeline.LocalCluster.Node.Unpacking;
using static Pipeline.LocalCluster.Tests.Node.TestImage;

namespace Pipeline.LocalCluster.Tests.Node.Unpacking;

public sealed class LayerUnpackerTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ImageRoot _root;

    public LayerUnpackerTests()
    {
        Directory.CreateDirectory(_directory.Combine("image"));
        _root = new ImageRoot(_directory.Combine("image"));
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Files_keep_their_modes_but_nobody_may_write_them()
    {
        Unpack(File("app/run", "hello"));

        Assert.Equal("hello", Read("app/run"));
        Assert.Equal((UnixFileMode)0b101_101_101, System.IO.File.GetUnixFileMode(PathOf("app/run")));
    }

    [Fact]
    public void A_later_layer_replaces_files_links_and_directories()
    {
        Unpack(File("a", "old"), Link("b", "a"), File("c/d", "old"));

        Unpack(File("a", "new"), File("b", "new"), File("c", "new"));

        Assert.Equal(["new", "new", "new"], new[] { "a", "b", "c" }.Select(Read));
    }

    [Fact]
    public void A_directory_that_is_there_keeps_its_content()
    {
        Unpack(File("app/a", "a"));

        Unpack(Folder("app"), File("app/b", "b"));

        Assert.Equal("a", Read("app/a"));
    }

    [Fact]
    public void A_whiteout_removes_what_lower_layers_had()
    {
        Unpack(File("app/a", "a"), File("app/b/c", "c"), File("app/d", "d"));

        Unpack(File("app/.wh.a", ""), File("app/.wh.b", ""));

        Assert.Equal(["d"], Names("app"));
    }

    [Fact]
    public void An_opaque_whiteout_removes_lower_content_only()
    {
        Unpack(File("app/a", "a"), File("app/b/c", "c"));

        Unpack(File("app/new/file", "kept"), File("app/.wh..wh..opq", ""));

        Assert.Equal(["new"], Names("app"));
    }

    [Fact]
    public void A_link_to_an_absolute_path_stays_inside_the_image()
    {
        Unpack(File("etc/real", "inside"), Link("usr/lib/link", "/etc/real"));

        Assert.Equal("inside", Read("usr/lib/link"));
    }

    [Fact]
    public void An_entry_below_a_link_lands_where_the_link_points()
    {
        Unpack(Folder("usr/bin"), Link("bin", "usr/bin"), File("bin/sh", "shell"));

        Assert.Equal("shell", Read("usr/bin/sh"));
    }

    [Fact]
    public void A_hard_link_has_the_content_of_its_target()
    {
        Unpack(File("a", "same"), Link("b", "a", TarEntryType.HardLink));

        Assert.Equal("same", Read("b"));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("app/../../outside")]
    public void A_path_that_leaves_the_image_is_refused(string path)
    {
        var error = Assert.Throws<LayerException>(() => Unpack(File(path, "x")));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(_directory.Combine("outside")));
    }

    [Theory]
    [InlineData("link", "../outside")]
    [InlineData("a/b/link", "../../../outside")]
    [InlineData("link", "/../outside")]
    public void A_link_that_leaves_the_image_is_refused(string path, string target)
    {
        var error = Assert.Throws<LayerException>(() => Unpack(Link(path, target)));

        Assert.Contains(target, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_of_links_that_leaves_the_image_is_refused_when_it_is_used()
    {
        Directory.CreateDirectory(_directory.Combine("outside"));

        var unpack = () =>
            Unpack(
                Folder("a/b"),
                Link("c", "a/b/../.."),
                Folder("d"),
                Link("a/e", "../d"),
                Link("f", "a/e/../../outside"),
                File("f/x", "x")
            );

        Assert.Throws<LayerException>(unpack);
        Assert.Empty(Directory.GetFileSystemEntries(_directory.Combine("outside")));
    }

    [Fact]
    public void Links_in_a_circle_are_refused_when_they_are_used()
    {
        Assert.Throws<LayerException>(() => Unpack(Link("a", "b"), Link("b", "a"), File("a/x", "x")));
    }

    [Theory]
    [InlineData(".wh.")]
    [InlineData(".wh..")]
    [InlineData("app/.wh...")]
    public void A_whiteout_of_a_directory_itself_or_its_parent_is_refused(string path)
    {
        Unpack(File("app/a", "a"));

        Assert.Throws<LayerException>(() => Unpack(File(path, "")));
        Assert.Equal("a", Read("app/a"));
    }

    [Fact]
    public void A_hard_link_to_what_is_not_there_is_refused()
    {
        Assert.Throws<LayerException>(() => Unpack(Link("b", "a", TarEntryType.HardLink)));
    }

    [Fact]
    public void A_device_is_refused_by_name()
    {
        var error = Assert.Throws<LayerException>(() =>
            Unpack(new PaxTarEntry(TarEntryType.CharacterDevice, "dev/null"))
        );

        Assert.Equal("'dev/null' is a CharacterDevice, which is not supported", error.Message);
    }

    [Fact]
    public void A_file_in_place_of_the_whole_image_is_refused()
    {
        Assert.Throws<LayerException>(() => Unpack(File("./", "x")));
    }

    private void Unpack(params TarEntry[] entries) =>
        new LayerUnpacker(_root).Unpack(new MemoryStream(Tar(entries)), CancellationToken.None);

    private string PathOf(string path) => Path.Combine(_root.Directory, path);

    private string Read(string path) => System.IO.File.ReadAllText(PathOf(path));

    private IEnumerable<string?> Names(string path) =>
        Directory.EnumerateFileSystemEntries(PathOf(path)).Select(Path.GetFileName);
}
