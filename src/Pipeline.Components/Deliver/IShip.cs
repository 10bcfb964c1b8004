using Nuke.Common;
using Serilog;

namespace Pipeline.Components.Deliver;

/// <summary>The whole pipeline: from the sources to a verified production.</summary>
public interface IShip : IDeployProduction
{
    Target Ship => _ => _.Description("Everything, from restore to a verified production").DependsOn(DeployProduction);

    /// <summary>Ends the embedded cluster that this run started, also after a failure.</summary>
    Target ReleaseCluster =>
        _ =>
            _.Unlisted()
                .TriggeredBy(DeployDevelopment, DeployStaging, DeployProduction)
                .After(DeployDevelopment, DeployStaging, DeployProduction)
                .AssuredAfterFailure()
                .Executes(async () =>
                {
                    if (EmbeddedCluster.IsOurs && !KeepCluster)
                        await EmbeddedCluster.StopAsync(CancellationToken.None);
                    else if (EmbeddedCluster.Find() is not null)
                        Log.Information("the embedded cluster goes on; ./build.sh ClusterDown stops it");
                });
}
