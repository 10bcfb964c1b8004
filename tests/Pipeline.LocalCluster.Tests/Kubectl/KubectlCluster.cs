using Pipeline.LocalCluster.Hosting.Identity;
using Pipeline.LocalCluster.Tests.Cluster;
using Pipeline.LocalCluster.Tests.Node;

namespace Pipeline.LocalCluster.Tests.Kubectl;

/// <summary>The running cluster as kubectl's users see it, with an image to run.</summary>
public sealed class KubectlCluster : IAsyncLifetime
{
    public const string Collection = "kubectl";

    private readonly SharedCluster _cluster = new();
    private readonly TemporaryDirectory _cache = new();

    /// <summary>An image that prints a line and sleeps.</summary>
    public string Image { get; private set; } = "";

    public SharedCluster Cluster => _cluster;

    public async Task InitializeAsync()
    {
        await _cluster.InitializeAsync();
        var registry = Path.Combine(_cluster.Process.Root, "registry");
        Image = await TestImage.ScriptAsync(registry, "echo \"version $VERSION\"; exec sleep 1000");
    }

    public async Task DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _cache.Dispose();
    }

    /// <summary>kubectl in a new namespace.</summary>
    public async Task<KubectlClient> NewAsync() =>
        new(_cluster.Process.Kubeconfig, _cache.Path, await _cluster.NamespaceAsync());
}
