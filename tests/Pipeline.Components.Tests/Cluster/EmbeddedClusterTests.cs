using System.Net;
using System.Net.Sockets;
using Pipeline.Components.Cluster;

namespace Pipeline.Components.Tests.Cluster;

/// <summary>The real program, started as a build starts it.</summary>
public sealed class EmbeddedClusterTests : IAsyncLifetime
{
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory.Replace(
            Path.Combine("tests", "Pipeline.Components.Tests"),
            Path.Combine("src", "Pipeline.LocalCluster"),
            StringComparison.Ordinal
        ),
        "Pipeline.LocalCluster.dll"
    );

    private readonly TemporaryFolder folder = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await Cluster(gatewayPort: 0).StopAsync(default);
        folder.Dispose();
    }

    [SkippableFact]
    public async Task A_cluster_is_started_once_found_by_others_and_stopped()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "the embedded cluster runs on Linux only");
        var (first, second) = (Cluster(gatewayPort: 0), Cluster(gatewayPort: 0));

        var started = await first.EnsureStartedAsync(default);
        var found = await second.EnsureStartedAsync(default);
        await second.StopAsync(default);

        Assert.Equal(started, found);
        Assert.Equal((true, false), (first.IsOurs, second.IsOurs));
        Assert.True(started.GatewayPort > 0);
        Assert.True(File.Exists(first.Options.Kubeconfig));
        Assert.False(started.IsAlive);
        Assert.Null(first.Find());
    }

    [SkippableFact]
    public async Task A_port_that_is_in_use_is_reported_in_the_clusters_words()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "the embedded cluster runs on Linux only");
        using var occupant = new TcpListener(IPAddress.Loopback, 0);
        occupant.Start();
        var port = ((IPEndPoint)occupant.LocalEndpoint).Port;

        var problem = await Assert.ThrowsAsync<EmbeddedClusterException>(() =>
            Cluster(port).EnsureStartedAsync(default)
        );

        Assert.StartsWith("the embedded cluster did not start: ", problem.Message);
        Assert.Contains($"{port}", problem.Message);
    }

    private EmbeddedCluster Cluster(int gatewayPort) =>
        new(
            new EmbeddedClusterOptions(
                Program,
                Path.Combine(folder.Path, "cluster"),
                Path.Combine(folder.Path, "registry"),
                ApiPort: 0,
                gatewayPort
            )
        );
}
