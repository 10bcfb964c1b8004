using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using EndToEnd.Tests.Clones;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Scenarios;

public sealed class TroubleTests(FreshClone clone, ITestOutputHelper output) : Scenario(clone, output)
{
    [SkippableFact]
    public async Task A_gateway_port_in_use_is_named_together_with_the_way_out()
    {
        await Clone.EnsureShippedAsync();
        using var other = new TcpListener(IPAddress.Loopback, port: 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var run = await BuildAsync("--gateway-port", $"{port}");

        run.Exits(255);
        run.Says("--gateway-port", $"127.0.0.1:{port} is not free", "choose another port");
    }

    [SkippableFact]
    public async Task A_corrupt_layer_in_the_registry_is_mended_before_anything_starts_from_it()
    {
        await Clone.EnsureShippedAsync();
        var layer = Directory
            .GetFiles(Clone["artifacts/registry/blobs/sha256"])
            .MaxBy(blob => new FileInfo(blob).Length)!;
        using var corrupt = FileChange.Corrupting(layer);
        Directory.Delete(Clone[".nuke/temp/cluster/pods/images"], recursive: true);

        var run = await BuildAsync();

        run.Exits(0);
        run.Says("1 blobs pushed", "2 were there");
        run.Says("production", "already verified, nothing to roll out");
        await using var mended = File.OpenRead(layer);
        Assert.Equal(Path.GetFileName(layer), Convert.ToHexStringLower(await SHA256.HashDataAsync(mended)));
    }

    [SkippableFact]
    public async Task A_second_run_is_told_who_holds_the_lock()
    {
        await Clone.EnsureShippedAsync();
        await Clone.CommitAsync("fix: nothing but the version");
        using var first = Clone.Start("BuildImage");
        await first.LineAsync("publish");

        var second = await BuildAndKeepAsync("Version");
        var finished = await FinishAsync(first);

        second.Exits(255);
        second.Says($"process {first.ProcessId}", "./build.sh BuildImage", "wait until it ends or stop it");
        finished.Exits(0);
    }

    [SkippableFact]
    public async Task A_full_disk_under_artifacts_is_named_and_loses_nothing()
    {
        var isolated = await RunAsync("unshare", "--map-root-user", "--mount", "true");
        Skip.If(isolated.ExitCode != 0, "no small disk can be mounted here: unshare --mount is not permitted");
        await Clone.EnsureShippedAsync();
        await Clone.CommitAsync("fix: nothing but the version");

        var script = Path.Combine(AppContext.BaseDirectory, "full-disk.sh");
        var run = await RunAsync([
            "unshare",
            "--map-root-user",
            "--mount",
            "bash",
            script,
            .. FreshClone.BuildCommand("PushImage"),
        ]);

        run.Exits(0);
        run.Says("No space left on device", "artifacts/");
        run.Says("on the full disk: exit code 255");
        run.Says("with room again: exit code 0");
        run.NeverSays("differ");
        Assert.Empty(Clone.Processes());
    }
}
