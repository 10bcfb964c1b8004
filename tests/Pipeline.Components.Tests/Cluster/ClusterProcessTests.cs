using Pipeline.Components.Cluster;

namespace Pipeline.Components.Tests.Cluster;

public sealed class ClusterProcessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("4711")]
    [InlineData("{\"pid\":")]
    public void A_broken_pid_file_names_no_process(string content)
    {
        Assert.Null(ClusterProcess.Read(folder.Write("pid", content)));
    }

    [Fact]
    public void A_missing_pid_file_names_no_process()
    {
        Assert.Null(ClusterProcess.Read(Path.Combine(folder.Path, "pid")));
    }

    [SkippableFact]
    public void A_process_that_got_the_same_number_later_is_not_the_one_that_is_meant()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "the start time of a process is read from /proc");

        var other = new ClusterProcess(Environment.ProcessId, StartTicks: 1, ApiPort: 0, GatewayPort: 0);

        Assert.False(other.IsAlive);
    }

    [Fact]
    public async Task A_program_that_does_not_start_is_reported_in_its_own_words()
    {
        var program = Path.Combine(folder.Path, "missing.dll");
        var cluster = new EmbeddedCluster(new EmbeddedClusterOptions(program, folder.Path, folder.Path, 0, 0));

        var problem = await Assert.ThrowsAsync<EmbeddedClusterException>(() =>
            cluster.EnsureStartedAsync(CancellationToken.None)
        );

        Assert.Contains("did not start", problem.Message);
        Assert.Contains("missing.dll", problem.Message);
        Assert.False(cluster.IsOurs);
    }

    [Fact]
    public async Task Stopping_a_cluster_that_does_not_run_does_nothing()
    {
        var cluster = new EmbeddedCluster(new EmbeddedClusterOptions("none.dll", folder.Path, folder.Path, 0, 0));

        await cluster.StopAsync(CancellationToken.None);

        Assert.Null(cluster.Find());
    }
}
