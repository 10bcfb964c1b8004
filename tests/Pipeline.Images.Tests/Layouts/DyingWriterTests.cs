using System.Diagnostics;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Tests.Layouts;

public sealed class DyingWriterTests : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_writer_that_is_killed_leaves_nothing_that_can_be_seen_and_the_next_one_succeeds()
    {
        var content = new byte[100_000];
        using (var killed = Start("dotnet", ProgramArguments()))
        {
            await killed.StandardInput.BaseStream.WriteAsync(content);
            await killed.StandardInput.BaseStream.FlushAsync();
            Assert.Equal("written", await killed.StandardOutput.ReadLineAsync().WaitAsync(Patience));
            killed.Kill();
            await killed.WaitForExitAsync().WaitAsync(Patience);
        }

        var layout = OciLayout.Open(_scratch["layout"]);
        Assert.False(Directory.Exists(_scratch["layout/blobs"]));
        Assert.Empty((await layout.ReadIndexAsync()).Manifests);

        var blob = await layout.WriteBlobAsync(content, "application/octet-stream");
        await layout.TagAsync(blob, "latest");
        await layout.VerifyBlobAsync(blob);
    }

    [SkippableFact]
    public async Task A_disk_without_room_is_reported_and_leaves_the_layout_as_it_was()
    {
        Skip.IfNot(File.Exists("/bin/sh"), "There is no /bin/sh to limit the size of files.");

        var input = _scratch["input"];
        File.WriteAllBytes(input, new byte[1_000_000]);

        // The signal must be ignored for the limit to be an error like a full disk; the runtime's own large mapping must stay off.
        const string Limited = "trap '' XFSZ; ulimit -f 64; DOTNET_EnableWriteXorExecute=0 exec dotnet \"$@\" < \"$0\"";
        using var process = Start("/bin/sh", ["-c", Limited, input, .. ProgramArguments()]);
        var output = await process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("could not be written: ", output);
        Assert.EndsWith($"{_scratch["layout"]} is as it was before.\n", output);
        Assert.Empty(Directory.GetFiles(_scratch["layout/.staging"]));
        Assert.Empty((await OciLayout.Open(_scratch["layout"]).ReadIndexAsync()).Manifests);
    }

    string[] ProgramArguments() => [typeof(DyingWriterTests).Assembly.Location, _scratch["layout"]];

    static Process Start(string program, IEnumerable<string> arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true }
        )!;
}
