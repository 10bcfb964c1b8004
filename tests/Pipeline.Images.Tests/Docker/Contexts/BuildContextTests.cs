using System.Formats.Tar;
using Pipeline.Images.Building;
using Pipeline.Images.Docker.Contexts;
using Pipeline.Images.Tests.Building;

namespace Pipeline.Images.Tests.Docker.Contexts;

public sealed class BuildContextTests : IDisposable
{
    private static readonly DateTimeOffset Commit = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ScratchDirectory scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Files_are_sent_without_those_that_dockerignore_leaves_out()
    {
        Write(".dockerignore", "**/bin\n!**/bin/keep\n.git\n");
        Write("src/Users.cs", "code");
        Write("src/bin/Users.dll", "left out");
        Write("src/bin/keep", "taken in");
        Write(".git/config", "left out");
        Write("run.sh", "#!/bin/sh");

        var entries = await SendAsync();

        Assert.Equal(
            [".dockerignore", "Dockerfile.pipeline", "run.sh", "src/Users.cs", "src/bin/keep"],
            entries.Where(entry => entry.EntryType == TarEntryType.RegularFile).Select(entry => entry.Name)
        );
        Assert.True(entries.Single(entry => entry.Name == "run.sh").Mode.HasFlag(UnixFileMode.UserExecute));
        Assert.All(entries, entry => Assert.Equal(Commit, entry.ModificationTime));
    }

    [Fact]
    public async Task A_link_is_refused_by_name()
    {
        File.CreateSymbolicLink(scratch["context-link"], "/etc/passwd");

        var refusal = await Assert.ThrowsAsync<ImageBuildException>(SendAsync);

        Assert.StartsWith("context-link is a link to /etc/passwd", refusal.Message);
    }

    private void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(scratch[name])!);
        File.WriteAllText(scratch[name], content);
    }

    private async Task<List<TarEntry>> SendAsync()
    {
        using var output = new ScratchDirectory();
        await BuildContext.WriteAsync(scratch.Path, "FROM scratch", Commit, output["context.tar"], default);
        await using var archive = File.OpenRead(output["context.tar"]);
        return await LayerReader.EntriesAsync(archive);
    }
}
