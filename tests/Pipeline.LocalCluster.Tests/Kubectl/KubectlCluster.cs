using Pipeline.LocalCluster.Tests.Cluster;
using Pipeline.LocalCluster.Tests.Node;

namespace Pipeline.LocalCluster.Tests.Kubectl;

/// <summary>
/// The cluster that the kubectl suite runs against: an embedded one, or any Kubernetes whose kubeconfig
/// <c>KUBECTL_SUITE_KUBECONFIG</c> names, with <c>KUBECTL_SUITE_IMAGE</c>, an image that prints <c>version $VERSION</c> and sleeps.
/// </summary>
public sealed class KubectlCluster : IAsyncLifetime
{
    public const string Collection = "kubectl";

    private static readonly string? OtherKubeconfig = Environment.GetEnvironmentVariable("KUBECTL_SUITE_KUBECONFIG");
    private static readonly string? OtherImage = Environment.GetEnvironmentVariable("KUBECTL_SUITE_IMAGE");

    private readonly TemporaryDirectory _directory = new();
    private readonly List<KubectlClient> _clients = [];
    private ClusterProcess? _process;
    private string _kubeconfig = OtherKubeconfig ?? "";

    public string Image { get; private set; } = OtherImage ?? "";

    public async Task InitializeAsync()
    {
        if (OtherKubeconfig is not null)
            return;
        _process = await ClusterProcess.StartAsync(_directory.Combine("cluster"));
        _kubeconfig = _process.Kubeconfig;
        Image = await TestImage.ScriptAsync(
            Path.Combine(_process.Root, "registry"),
            "echo \"version $VERSION\"; exec sleep 1000"
        );
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        else
            await LeaveAsync();
        _directory.Dispose();
    }

    /// <summary>kubectl in a new namespace.</summary>
    public async Task<KubectlClient> NewAsync()
    {
        var kubectl = new KubectlClient(_kubeconfig, _directory.Combine("cache"), $"suite-{Guid.NewGuid():N}");
        await kubectl.RunAsync($"create namespace {kubectl.Namespace}");
        _clients.Add(kubectl);
        return kubectl;
    }

    // A cluster that is not ours goes on after the tests.
    private async Task LeaveAsync()
    {
        foreach (var kubectl in _clients)
            await kubectl.RunAsync($"delete namespace {kubectl.Namespace} --ignore-not-found --wait=false");
    }
}
