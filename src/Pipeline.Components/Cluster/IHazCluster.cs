using k8s;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;
using Pipeline.Kubernetes.Access;
using Serilog;

namespace Pipeline.Components.Cluster;

/// <summary>Knows which cluster to deliver to: the embedded one unless a context is named.</summary>
public interface IHazCluster : IHazArtifacts
{
    /// <summary>Name of the kubeconfig context of a real cluster.</summary>
    [Parameter("Context of the kubeconfig that names a real cluster; without it the embedded cluster is used")]
    string? Context => TryGetValue(() => Context);

    /// <summary>Whether to use the cluster that this program runs in.</summary>
    [Parameter("Uses the cluster that the pipeline itself runs in")]
    bool InCluster => TryGetValue<bool?>(() => InCluster) ?? false;

    /// <summary>Whether the embedded cluster goes on after the run.</summary>
    [Parameter("Leaves the embedded cluster running after the run")]
    bool KeepCluster => TryGetValue<bool?>(() => KeepCluster) ?? false;

    /// <summary>Port of the embedded cluster's API.</summary>
    [Parameter("Port of the embedded cluster's API on loopback, 0 for any free one; default 16443")]
    int ApiPort => TryGetValue<int?>(() => ApiPort) ?? 16443;

    /// <summary>Port of the embedded cluster's gateway.</summary>
    [Parameter("Port of the embedded cluster's gateway on loopback, 0 for any free one; default 18080")]
    int GatewayPort => TryGetValue<int?>(() => GatewayPort) ?? 18080;

    /// <summary>The embedded registry, an OCI image layout.</summary>
    AbsolutePath RegistryDirectory => ArtifactsDirectory / "registry";

    /// <summary>Whether this run works on the embedded cluster.</summary>
    bool UsesEmbeddedCluster => Context is null && !InCluster;

    /// <summary>The embedded cluster of this working copy, running or not.</summary>
    EmbeddedCluster EmbeddedCluster =>
        RunState.Of(this).Embedded ??= new EmbeddedCluster(
            new EmbeddedClusterOptions(
                BuildAssemblyDirectory / "Pipeline.LocalCluster.dll",
                TemporaryDirectory / "cluster",
                RegistryDirectory,
                ApiPort,
                GatewayPort
            )
        );

    /// <summary>Connects to the cluster; the embedded one is started first when it does not run.</summary>
    async Task<ClusterConnection> ConnectAsync(CancellationToken cancellationToken) =>
        RunState.Of(this).Connection ??= UsesEmbeddedCluster
            ? await ConnectEmbeddedAsync(cancellationToken)
            : new ClusterConnection(ConnectReal(), Context ?? "in-cluster", Gateway: null, IsRehearsal: false);

    private IKubernetes ConnectReal() =>
        Context is { } context
            ? ClusterAccess.ToContext(context, Environment.GetEnvironmentVariable("KUBECONFIG"), TimeProvider.System)
            : ClusterAccess.InCluster(TimeProvider.System);

    private async Task<ClusterConnection> ConnectEmbeddedAsync(CancellationToken cancellationToken)
    {
        var process = await EmbeddedCluster.EnsureStartedAsync(cancellationToken);
        Log.Information(
            "embedded cluster: API https://127.0.0.1:{Api}, gateway {Gateway}",
            process.ApiPort,
            process.Gateway.AbsoluteUri.TrimEnd('/')
        );
        var client = ClusterAccess.ToContext(
            EmbeddedClusterOptions.Context,
            EmbeddedCluster.Options.Kubeconfig,
            TimeProvider.System
        );
        return new ClusterConnection(client, "embedded", process.Gateway, IsRehearsal: true);
    }
}
