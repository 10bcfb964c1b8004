using System.Globalization;

namespace Pipeline.LocalCluster.Tests.Cluster;

/// <summary>One running cluster for all tests that only talk to it; each test takes a namespace of its own.</summary>
public sealed class SharedCluster : IAsyncLifetime
{
    public const string Collection = "cluster";

    private readonly TemporaryDirectory _directory = new();
    private int _namespaces;

    public ClusterProcess Process { get; private set; } = null!;

    public ApiClient Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Process = await ClusterProcess.StartAsync(_directory.Combine("cluster"));
        Api = new ApiClient(Process);
    }

    public async Task DisposeAsync()
    {
        Api.Dispose();
        await Process.DisposeAsync();
        _directory.Dispose();
    }

    /// <summary>A new namespace.</summary>
    public async Task<string> NamespaceAsync()
    {
        var name = "test-" + Interlocked.Increment(ref _namespaces).ToString(CultureInfo.InvariantCulture);
        var answer = await Api.PostAsync("/api/v1/namespaces", $$$"""{"metadata":{"name":"{{{name}}}"}}""");
        Assert.Equal(201, answer.Code);
        return name;
    }
}
