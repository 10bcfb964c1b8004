using System.Formats.Tar;
using Pipeline.Images.Building;

namespace Pipeline.Images.Tests.Building;

public sealed class DeterministicTarTests : IDisposable
{
    static readonly DateTimeOffset Modified = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Directories_come_first_and_files_are_sorted_by_name()
    {
        var entries = await EntriesAsync([File("app/b", "1"), File("app/de/a", "2"), File("app/A", "3")]);

        Assert.Equal(["app/", "app/de/", "app/A", "app/b", "app/de/a"], entries.Select(entry => entry.Name));
    }

    [Fact]
    public async Task Everything_belongs_to_root_and_bears_the_same_time()
    {
        var entries = await EntriesAsync([File("app/a", "1")]);

        Assert.All(entries, entry => Assert.Equal((0, 0, Modified), (entry.Uid, entry.Gid, entry.ModificationTime)));
        Assert.All(entries, entry => Assert.Equal(("", ""), Names((UstarTarEntry)entry)));

        static (string User, string Group) Names(UstarTarEntry entry) => (entry.UserName, entry.GroupName);
    }

    [Fact]
    public async Task Modes_are_0755_for_programs_and_directories_and_0644_for_other_files()
    {
        var entries = await EntriesAsync([File("app/a", "1", executable: true), File("app/b", "2")]);

        Assert.Equal(["755", "755", "644"], entries.Select(entry => Convert.ToString((int)entry.Mode, 8)));
    }

    [Fact]
    public async Task The_order_of_the_plan_and_the_time_zone_of_its_time_do_not_matter()
    {
        LayerFile[] files = [File("app/a", "1"), File("app/b", "2"), File("app/c/d", "3")];

        var first = await WriteAsync(new LayerPlan("x", Modified, files));
        var second = await WriteAsync(
            new LayerPlan("x", Modified.ToOffset(TimeSpan.FromHours(9)), [.. files.Reverse()])
        );

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task The_modes_and_times_of_the_files_do_not_matter()
    {
        LayerFile[] files = [File("app/a", "1")];

        var first = await WriteAsync(new LayerPlan("x", Modified, files));
        System.IO.File.SetLastWriteTimeUtc(files[0].SourcePath, DateTime.UnixEpoch);
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(files[0].SourcePath, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var second = await WriteAsync(new LayerPlan("x", Modified, files));

        Assert.Equal(first, second);
    }

    LayerFile File(string name, string content, bool executable = false)
    {
        var path = _scratch[name.Replace('/', '_')];
        System.IO.File.WriteAllText(path, content);
        return new LayerFile(name, path, executable);
    }

    static async Task<List<TarEntry>> EntriesAsync(IReadOnlyList<LayerFile> files) =>
        await LayerReader.EntriesAsync(new MemoryStream(await WriteAsync(new LayerPlan("x", Modified, files))));

    static async Task<byte[]> WriteAsync(LayerPlan plan)
    {
        var tar = new MemoryStream();
        await DeterministicTar.WriteAsync(plan, tar);
        return tar.ToArray();
    }
}
