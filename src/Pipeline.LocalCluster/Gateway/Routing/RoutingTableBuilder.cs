using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Gateway.Metrics;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Gateway.Routing;

/// <summary>
/// Makes the routing table from the routes, Services and endpoint slices in the store. A rule whose backends and weights
/// are as before goes on within its block of 100 requests; any other begins a new one.
/// </summary>
internal sealed class RoutingTableBuilder(IResourceStore store, GatewayMetrics metrics, Random seeds)
{
    public RoutingTable Build(RoutingTable previous)
    {
        var slices = store
            .List(GroupResource.EndpointSlices)
            .Items.ToLookup(slice =>
                (slice.Key.Namespace, slice.Content.Text("metadata", "labels", "kubernetes.io/service-name") ?? "")
            );
        var backends = new Dictionary<(string, string, int), Backend>();
        return RoutingTable.Create(
            from route in store.List(GroupResource.HttpRoutes).Items.Select(route => HttpRoute.Read(route.Content))
            orderby route.Created, route.Namespace, route.Name
            from numbered in route.Rules.Index()
            let key = $"{route.Namespace}/{route.Name}/{numbered.Index}"
            select (key, route.Hostnames, Weigh(numbered.Item, previous.Rule(key)))
        );

        WeightedBackends Weigh(RouteRule rule, WeightedBackends? before)
        {
            var resolved = rule.Backends.Select(Resolve).ToImmutableArray();
            if (before is not null && before.Rule.Backends.SequenceEqual(rule.Backends))
                return new WeightedBackends(rule, resolved, before.Choice);
            var weights = rule.Backends.Select(backend => backend.Weight).ToImmutableArray();
            var choice = weights.Any(weight => weight > 0) ? new WeightedChoice(weights, seeds.Next()) : null;
            return new WeightedBackends(rule, resolved, choice);
        }

        Backend Resolve(BackendReference reference)
        {
            var key = (reference.Namespace, reference.Service, reference.Port);
            if (!backends.TryGetValue(key, out var backend))
                backends[key] = backend = Find(reference, slices[(reference.Namespace, reference.Service)]);
            return backend;
        }
    }

    private Backend Find(BackendReference reference, IEnumerable<StoredObject> slices)
    {
        var counters = metrics.Of(reference.Namespace, reference.Service);
        var service = store.Find(GroupResource.Services.Key(reference.Namespace, reference.Service))?.Content;
        var port = service.Items("spec", "ports").FirstOrDefault(port => port.Int("port") == reference.Port);
        if (port is null)
        {
            var missing = service is null ? "no such Service" : $"the Service has no port {reference.Port}";
            return new Backend([], counters) { Problem = $"{reference.Namespace}/{reference.Service}: {missing}" };
        }

        var name = port.Text("name") ?? "";
        return new Backend([.. slices.SelectMany(slice => Addresses(slice.Content, name)).Distinct()], counters);
    }

    private static IEnumerable<string> Addresses(JsonObject slice, string portName)
    {
        var port = slice.Items("ports").FirstOrDefault(port => (port.Text("name") ?? "") == portName)?.Int("port");
        return from endpoint in slice.Items("endpoints")
            where port is not null && endpoint.At("conditions", "ready")?.GetValueKind() != JsonValueKind.False
            from address in endpoint.Texts("addresses")
            select $"{address}:{port}";
    }
}
