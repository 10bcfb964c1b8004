using System.Net;
using k8s;
using k8s.Autorest;
using Pipeline.Components.Cluster;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Manifests;

namespace Pipeline.Components.Deliver;

/// <summary>The namespace that an environment lives in.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="environment">The environment.</param>
internal sealed class EnvironmentNamespace(ClusterConnection cluster, DeliveryEnvironment environment)
{
    /// <summary>Makes sure that the namespace is there; on a real cluster an administrator installs it together with the deployer's role.</summary>
    /// <exception cref="DeliveryException">It is missing.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        try
        {
            await cluster.Client.CoreV1.ReadNamespaceAsync(environment.Name, cancellationToken: cancellationToken);
        }
        catch (HttpOperationException missing) when (missing.Response?.StatusCode == HttpStatusCode.NotFound)
        {
            if (!cluster.IsRehearsal)
                throw new DeliveryException(
                    $"{cluster.Name} has no namespace {environment.Name}: an administrator applies manifests/{environment.Name}/role.yaml once",
                    ExitCode.BuildFailed
                );
            await cluster.Client.CoreV1.CreateNamespaceAsync(
                NamespaceManifest.For(environment),
                cancellationToken: cancellationToken
            );
        }
    }
}
