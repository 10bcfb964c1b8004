using Nuke.Common;
using Serilog;

namespace Pipeline.Components.Cluster;

/// <summary>Starts and stops the embedded cluster by hand.</summary>
public interface IRunCluster : IHazCluster
{
    Target ClusterUp =>
        _ =>
            _.Description("Starts the embedded cluster and leaves it running")
                .Executes(async () =>
                {
                    await ConnectAsync(RunState.Of(this).Signals.Token);
                    Log.Information(
                        "kubectl --kubeconfig {Kubeconfig} get pods -A",
                        Path.GetRelativePath(RootDirectory, EmbeddedCluster.Options.Kubeconfig)
                    );
                });

    Target ClusterDown =>
        _ =>
            _.Description("Stops the embedded cluster with all its pods; its state is kept")
                .Executes(async () =>
                {
                    Log.Information(
                        EmbeddedCluster.LeftPods ? "the embedded cluster was killed: ending the pods that it left"
                        : EmbeddedCluster.Find() is null ? "the embedded cluster does not run"
                        : "stopping the embedded cluster"
                    );
                    await EmbeddedCluster.StopAsync(CancellationToken.None);
                });
}
