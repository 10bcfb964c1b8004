using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Selection;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.Services;

/// <summary>Keeps one endpoint slice for each service that selects pods.</summary>
internal sealed class EndpointSliceController(
    IResourceStore store,
    ResourceOperations operations,
    TimeProvider time,
    ILogger<EndpointSliceController> log
) : Controller(store, time, log)
{
    private const string ServiceName = "kubernetes.io/service-name";
    private static readonly WriteOptions Options = new("kube-controller-manager");
    private static readonly ResourceKind Slices = KindTable.Of(GroupResource.EndpointSlices);

    protected override IReadOnlyList<Trigger> Triggers =>
        [
            Trigger.Itself(GroupResource.Services),
            Trigger.Owner(GroupResource.EndpointSlices, "Service", GroupResource.Services),
            new(GroupResource.Pods, ServicesOfPod),
        ];

    protected override async Task ReconcileAsync(ResourceKey key, CancellationToken cancel)
    {
        if (Store.Find(key) is not { } service || service.Content.At("metadata", "deletionTimestamp") is not null)
            return;
        var selector = LabelSelector.FromLabels(service.Content.At("spec", "selector"));
        if (selector.Requirements is [])
            return;
        var pods = Store
            .List(GroupResource.Pods, key.Namespace)
            .Items.Select(pod => pod.Content)
            .Where(selector.Selects)
            .ToList();
        var slice = GroupResource.EndpointSlices.Key(key.Namespace, $"{key.Name}-endpoints");
        var (endpoints, ports) = (
            ServiceEndpoints.Of(service.Content, pods),
            ServiceEndpoints.Ports(service.Content, pods)
        );
        if (Store.Find(slice) is null)
            await operations.CreateAsync(
                Slices,
                key.Namespace,
                New(slice.Name, service, endpoints, ports),
                Options,
                cancel
            );
        else
            await UpdateAsync(slice, endpoints, ports, cancel);
    }

    private Task UpdateAsync(ResourceKey slice, JsonArray endpoints, JsonArray ports, CancellationToken cancel) =>
        operations.UpdateAsync(
            Slices,
            slice.Namespace,
            slice.Name,
            content =>
            {
                content["endpoints"] = endpoints.DeepClone();
                content["ports"] = ports.DeepClone();
                return content;
            },
            Options,
            cancel
        );

    private static JsonObject New(string name, StoredObject service, JsonArray endpoints, JsonArray ports) =>
        new()
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = name,
                ["labels"] = new JsonObject
                {
                    [ServiceName] = service.Key.Name,
                    ["endpointslice.kubernetes.io/managed-by"] = "endpointslice-controller.k8s.io",
                },
                ["ownerReferences"] = new JsonArray(OwnerReference.Controlling(service.Content)),
            },
            ["addressType"] = "IPv4",
            ["endpoints"] = endpoints,
            ["ports"] = ports,
        };

    private IEnumerable<ResourceKey> ServicesOfPod(StoredObject pod) =>
        Store
            .List(GroupResource.Services, pod.Key.Namespace)
            .Items.Where(service =>
                LabelSelector.FromLabels(service.Content.At("spec", "selector")).Selects(pod.Content)
            )
            .Select(service => service.Key);
}
