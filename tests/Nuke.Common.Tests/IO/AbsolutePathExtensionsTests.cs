using Nuke.Common;
using Nuke.Common.IO;

namespace NukeCommon.Tests.IO;

public sealed class AbsolutePathExtensionsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Written_text_ends_in_one_line_break()
    {
        var file = folder.Path / "new" / "file.txt";

        file.WriteAllText("text");

        Assert.Equal("text" + Environment.NewLine, file.ReadAllText());
    }

    [Fact]
    public void Written_text_stays_as_it_is_on_demand()
    {
        var file = (folder.Path / "file.txt").WriteAllText("text", eofLineBreak: false);

        file.AppendAllText("\nmore");

        Assert.Equal(["text", "more"], file.ReadAllLines());
    }

    [Fact]
    public void Lines_take_the_break_of_the_platform()
    {
        var file = (folder.Path / "file.txt").WriteAllLines(["a", "b"], platformFamily: PlatformFamily.Windows);

        Assert.Equal("a\r\nb\r\n", file.ReadAllText());
    }

    [Fact]
    public void Bytes_come_back()
    {
        var file = (folder.Path / "file.bin").WriteAllBytes([1, 2]);

        Assert.Equal([1, 2], file.ReadAllBytes());
    }

    [Fact]
    public void A_cleaned_directory_is_empty()
    {
        (folder.Path / "out" / "sub" / "old.txt").WriteAllText("old");

        var directory = (folder.Path / "out").CreateOrCleanDirectory();

        Assert.True(directory.DirectoryExists());
        Assert.Empty(Directory.EnumerateFileSystemEntries(directory));
    }

    [Fact]
    public void What_does_not_exist_is_deleted_without_complaint()
    {
        (folder.Path / "missing.txt").DeleteFile();
        (folder.Path / "missing").DeleteDirectory();

        Assert.False((folder.Path / "missing").DirectoryExists());
    }

    [Fact]
    public void Several_files_and_directories_are_deleted()
    {
        var file = (folder.Path / "a.txt").WriteAllText("a");
        var directory = (folder.Path / "b").CreateDirectory();

        new[] { file }.DeleteFiles();
        new[] { directory }.DeleteDirectories();

        Assert.False(file.FileExists());
        Assert.False(directory.DirectoryExists());
    }

    [Fact]
    public void Existing_is_null_for_what_is_missing()
    {
        Assert.Null((folder.Path / "a").ExistingFile());
        Assert.Null((folder.Path / "a").ExistingDirectory());
        Assert.Equal(folder.Path, folder.Path.ExistingDirectory());
    }
}
