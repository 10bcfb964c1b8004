using System.Text;
using Pipeline.LocalCluster.Hosting;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Node;

public sealed class PodLogsTests : IAsyncLifetime
{
    private readonly NodeFixture _fixture = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "three\n")]
    [InlineData(2, "two\nthree\n")]
    [InlineData(9, "one\ntwo\nthree\n")]
    public async Task The_last_lines_can_be_had(int lines, string expected)
    {
        var key = await EndedAsync("printf 'one\\ntwo\\nthree\\n'");

        Assert.Equal(expected, await ReadAsync(new PodLogRequest(key, "main") { TailLines = lines }));
    }

    [Fact]
    public async Task The_last_lines_of_a_long_output_are_found()
    {
        var key = await EndedAsync("i=0; while [ $i -lt 5000 ]; do echo line-$i; i=$((i+1)); done");

        var text = await ReadAsync(new PodLogRequest(key, "main") { TailLines = 3000 });

        Assert.StartsWith("line-2000\n", text, StringComparison.Ordinal);
        Assert.Equal(3000, text.Count(c => c == '\n'));
    }

    [Fact]
    public async Task The_size_can_be_limited()
    {
        var key = await EndedAsync("printf 'one\\ntwo\\nthree\\n'");

        Assert.Equal("one\nt", await ReadAsync(new PodLogRequest(key, "main") { LimitBytes = 5 }));
    }

    [Fact]
    public async Task Output_is_followed_until_the_container_ends()
    {
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(
            await _fixture.ScriptAsync("echo first; while [ ! -e $TMPDIR/go ]; do sleep 0.02; done; echo last"),
            """{"volumeMounts":[{"name":"scratch","mountPath":"/tmp"}]}""",
            """{"restartPolicy":"Never"}"""
        );
        var pod = await _fixture.UntilStateAsync(key, "running");
        await _fixture.UntilLogAsync(key, log => log.Length > 0);

        var following = ReadAsync(new PodLogRequest(key, "main") { Follow = true });
        var uid = pod.Text("metadata", "uid")!;
        await File.WriteAllTextAsync(Path.Combine(_fixture.Options.PodsDirectory, "run", uid, "scratch", "go"), "");

        Assert.Equal("first\nlast\n", await following);
    }

    [Fact]
    public async Task A_container_that_wrote_nothing_has_no_output()
    {
        await _fixture.StartAsync();

        Assert.Equal("", await ReadAsync(new PodLogRequest(GroupResource.Pods.Key("shop", "nobody"), "main")));
    }

    private async Task<ResourceKey> EndedAsync(string script)
    {
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(
            await _fixture.ScriptAsync(script),
            podFields: """{"restartPolicy":"Never"}"""
        );
        await _fixture.UntilStateAsync(key, "terminated");
        return key;
    }

    private async Task<string> ReadAsync(PodLogRequest request)
    {
        var output = new MemoryStream();
        await _fixture.Node!.Logs.WriteToAsync(request, output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
