using System.Net;
using System.Text.Json.Nodes;
using k8s;
using k8s.Autorest;
using k8s.Models;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Manifests;

namespace Pipeline.Kubernetes.Routing;

/// <summary>Makes the objects that divide an environment's traffic; those that are there are left as they are.</summary>
/// <param name="client">The cluster.</param>
/// <param name="service">The service.</param>
/// <param name="environment">The environment.</param>
public sealed class RoutePreparation(IKubernetes client, ServiceDefinition service, DeliveryEnvironment environment)
{
    /// <summary>Makes what is missing, without traffic for the target.</summary>
    public async Task EnsureAsync(Track target, CancellationToken cancellationToken)
    {
        var split = TrafficSplit.Of(target, Percent.Zero, 0);
        switch (environment.Routing)
        {
            case TrafficRouting.GatewayRoute:
                await CreateAsync(
                    RouteManifest.For(service, environment, split),
                    HttpRoute.Group,
                    HttpRoute.Version,
                    HttpRoute.Plural,
                    cancellationToken
                );
                break;
            case TrafficRouting.IstioRoute istio:
                await ApplyAsync(ServiceManifest.ForBothTracks(service, environment, split: null), cancellationToken);
                await CreateAsync(
                    IstioManifest.Subsets(service, environment),
                    VirtualService.Group,
                    VirtualService.Version,
                    DestinationRule.Plural,
                    cancellationToken
                );
                await CreateAsync(
                    IstioManifest.Route(service, environment, istio, split),
                    VirtualService.Group,
                    VirtualService.Version,
                    VirtualService.Plural,
                    cancellationToken
                );
                break;
            case TrafficRouting.ServiceSelector:
                await MarkFrontAsync(cancellationToken);
                break;
            case TrafficRouting.ReplicaRatio:
                await CreateAsync(ServiceManifest.ForBothTracks(service, environment, split), cancellationToken);
                break;
        }
    }

    // A patch can only test an epoch that is there.
    private async Task MarkFrontAsync(CancellationToken cancellationToken)
    {
        var front = await client.CoreV1.ReadNamespacedServiceAsync(
            service.Names.Front,
            environment.Name,
            cancellationToken: cancellationToken
        );
        if (front.Metadata.Annotations?.ContainsKey(ObjectMarks.EpochAnnotation) == true)
            return;

        var patch = new JsonObject
        {
            ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { [ObjectMarks.EpochAnnotation] = "0" } },
        };
        await client.CoreV1.PatchNamespacedServiceAsync(
            new V1Patch(patch.ToJsonString(), V1Patch.PatchType.MergePatch),
            service.Names.Front,
            environment.Name,
            fieldManager: ObjectMarks.Manager,
            cancellationToken: cancellationToken
        );
    }

    private Task<V1Service> ApplyAsync(V1Service wanted, CancellationToken cancellationToken) =>
        client.CoreV1.PatchNamespacedServiceAsync(
            new V1Patch(wanted, V1Patch.PatchType.ApplyPatch),
            wanted.Metadata.Name,
            environment.Name,
            fieldManager: ObjectMarks.Manager,
            force: true,
            cancellationToken: cancellationToken
        );

    private Task CreateAsync(V1Service wanted, CancellationToken cancellationToken) =>
        UnlessThereAsync(
            client.CoreV1.CreateNamespacedServiceAsync(
                wanted,
                environment.Name,
                fieldManager: ObjectMarks.Manager,
                cancellationToken: cancellationToken
            )
        );

    private Task CreateAsync<T>(
        T wanted,
        string group,
        string version,
        string plural,
        CancellationToken cancellationToken
    )
        where T : class =>
        UnlessThereAsync(
            client.CustomObjects.CreateNamespacedCustomObjectAsync<T>(
                wanted,
                group,
                version,
                environment.Name,
                plural,
                fieldManager: ObjectMarks.Manager,
                cancellationToken: cancellationToken
            )
        );

    private static async Task UnlessThereAsync(Task creation)
    {
        try
        {
            await creation;
        }
        catch (HttpOperationException exists) when (exists.Response?.StatusCode == HttpStatusCode.Conflict)
        {
            // The weights of a route that is there are the router's business.
        }
    }
}
