using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Hosting;
using Pipeline.LocalCluster.Hosting.Identity;
using Pipeline.LocalCluster.Storage;
using Pipeline.LocalCluster.Tests.Cluster;

namespace Pipeline.LocalCluster.Tests.Hosting;

[Trait("Category", "Slow")]
public sealed class ClusterProcessTests : IDisposable
{
    // Files may have 4 MB, and a write beyond that fails instead of ending the process. (.NET maps its own memory through a
    // file unless told not to.)
    private const string NoRoom = "export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f 8192;";

    private readonly TemporaryDirectory _directory = new();

    private string Root => _directory.Combine("cluster");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_cluster_says_where_it_is_and_stops_when_told_to()
    {
        int exitCode;
        InstanceRecord? record;
        await using (var cluster = await ClusterProcess.StartAsync(Root))
        {
            record = InstanceRecord.Read(Path.Combine(Root, "pid"));
            Assert.Equal(cluster.Pid, record!.Pid);
            Assert.Equal((cluster.Api.Port, cluster.Gateway.Port), (record.ApiPort, record.GatewayPort));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(cluster.Kubeconfig));
            exitCode = await cluster.StopAsync();
        }

        Assert.Equal(0, exitCode);
        Assert.False(File.Exists(Path.Combine(Root, "pid")));
    }

    [Fact]
    public async Task A_second_cluster_on_the_same_root_says_who_holds_it()
    {
        await using var first = await ClusterProcess.StartAsync(Root);

        var (exitCode, error) = await ClusterProcess.FailAsync(Root);

        Assert.NotEqual(0, exitCode);
        Assert.StartsWith(
            $"{Root}: another cluster serves this root (process {first.Pid}, API port {first.Api.Port}",
            error
        );
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        taken.Listen();
        var port = ((IPEndPoint)taken.LocalEndPoint!).Port;

        var (exitCode, error) = await ClusterProcess.FailAsync(Root, "--gateway-port", $"{port}");

        Assert.NotEqual(0, exitCode);
        Assert.StartsWith($"--gateway-port: 127.0.0.1:{port} is not free", error);
    }

    [Fact]
    public async Task A_root_that_cannot_be_written_is_named()
    {
        await File.WriteAllTextAsync(_directory.Combine("file"), "");

        var (exitCode, error) = await ClusterProcess.FailAsync(_directory.Combine("file"));

        Assert.NotEqual(0, exitCode);
        Assert.StartsWith(_directory.Combine("file"), error);
    }

    [Theory]
    [InlineData(1)]
    public Task What_was_acknowledged_is_there_after_the_process_was_killed(int times) => SurvivesAsync(times);

    [Theory]
    [InlineData(20)]
    public Task What_was_acknowledged_is_there_however_often_the_process_is_killed(int times) => SurvivesAsync(times);

    [Fact]
    public async Task A_watch_from_before_a_restart_is_told_to_list_again()
    {
        string? version;
        await using (var first = await ClusterProcess.StartAsync(Root))
        {
            using var api = new ApiClient(first);
            version = (await api.GetAsync("/api/v1/configmaps")).Json.Text("metadata", "resourceVersion");
            await api.PostAsync("/api/v1/namespaces/default/configmaps", """{"metadata":{"name":"a"}}""");
        }

        await using var second = await ClusterProcess.StartAsync(Root);
        using var reader = new ApiClient(second);
        var seen = new List<JsonNode>();
        await foreach (var line in reader.WatchAsync($"/api/v1/configmaps?watch=true&resourceVersion={version}"))
            seen.Add(line);

        Assert.Equal("ERROR", Assert.Single(seen).Text("type"));
        Assert.Equal((410, "Expired"), (seen[0].Int("object", "code"), seen[0].Text("object", "reason")));
    }

    [Fact]
    public async Task A_full_disk_is_an_error_to_the_client_and_no_damage()
    {
        var padding = new string('x', 500_000);
        var stored = 0;
        await using (var limited = await ClusterProcess.StartAsync(Root, NoRoom))
        {
            using var api = new ApiClient(limited);
            ApiAnswer answer;
            do
            {
                answer = await api.PostAsync(
                    "/api/v1/namespaces/default/configmaps",
                    $$$"""{"metadata":{"generateName":"a-"},"data":{"k":"{{{padding}}}"}}"""
                );
                stored += answer.Code == 201 ? 1 : 0;
            } while (answer.Code == 201);

            Assert.Equal((507, "InsufficientStorage"), (answer.Code, answer.Json.Text("reason")));
            Assert.Contains("not written, and nothing was changed", answer.Json.Text("message"));
            Assert.Equal(stored, await CountMapsAsync(api));
        }

        await using var roomy = await ClusterProcess.StartAsync(Root);
        using var reader = new ApiClient(roomy);
        Assert.Equal(stored, await CountMapsAsync(reader));
        Assert.True(stored > 0);
    }

    [Fact]
    public async Task A_damaged_store_is_not_served()
    {
        await using (await ClusterProcess.StartAsync(Root)) { }

        var log = Directory.GetFiles(Path.Combine(Root, "store"), "*.log").Single();
        var bytes = await File.ReadAllBytesAsync(log);
        bytes[30] ^= 1;
        await File.WriteAllBytesAsync(log, bytes);
        var (exitCode, error) = await ClusterProcess.FailAsync(Root);

        Assert.NotEqual(0, exitCode);
        Assert.StartsWith($"{log}: damaged at byte 0", error);
    }

    private async Task SurvivesAsync(int times)
    {
        var outcome = await new KillsUnderLoad(Root).RunAsync(times);

        Assert.Empty(outcome.Lost);
        Assert.Empty(outcome.Torn);
        Assert.Equal((outcome.Pods, 0), (outcome.Processes, outcome.LeftBehind));
    }

    private static async Task<int> CountMapsAsync(ApiClient api) =>
        (await api.GetAsync("/api/v1/namespaces/default/configmaps")).Json.Items("items").Count();
}
