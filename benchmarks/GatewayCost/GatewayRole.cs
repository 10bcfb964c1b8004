using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.LocalCluster.Gateway;
using Pipeline.LocalCluster.Hosting;
using Pipeline.LocalCluster.Storage;

namespace GatewayCost;

/// <summary>The gateway of the embedded cluster, with one route that splits 95 to 5 between two Services of one endpoint.</summary>
internal static class GatewayRole
{
    public static async Task RunAsync(string origin)
    {
        GatewayServer.CompleteSocketsInline();
        var directory = Directory.CreateTempSubdirectory("gateway-cost-").FullName;
        await using (var store = ResourceStore.Open(directory, TimeProvider.System))
        {
            await ServeAsync(store, "a", origin);
            await ServeAsync(store, "b", origin);
            await PutAsync(
                store,
                GroupResource.HttpRoutes,
                "route",
                """
                {"hostnames":["bench.localhost"],
                 "rules":[{"backendRefs":[{"name":"a","port":80,"weight":95},{"name":"b","port":80,"weight":5}]}]}
                """
            );
            var sockets = ClusterSockets.Bind(new ClusterOptions { Root = directory, Registry = directory });
            await using var gateway = new GatewayServer(
                store,
                sockets,
                TimeProvider.System,
                new Random(1),
                NullLoggerFactory.Instance
            );
            await gateway.StartAsync(CancellationToken.None);
            Console.WriteLine(sockets.GatewayAddress.Authority);
            await Console.In.ReadLineAsync();
        }

        Directory.Delete(directory, recursive: true);
    }

    private static async Task ServeAsync(ResourceStore store, string name, string origin)
    {
        await PutAsync(store, GroupResource.Services, name, """{"ports":[{"port":80}]}""");
        var endpoint = origin.Split(':');
        var slice = Named(name);
        slice["metadata"]!["labels"] = new JsonObject { ["kubernetes.io/service-name"] = name };
        slice["ports"] = new JsonArray(new JsonObject { ["port"] = int.Parse(endpoint[1]) });
        slice["endpoints"] = new JsonArray(new JsonObject { ["addresses"] = new JsonArray(endpoint[0]) });
        await store.CreateAsync(GroupResource.EndpointSlices.Key("bench", name), slice);
    }

    private static async Task PutAsync(ResourceStore store, GroupResource resource, string name, string spec)
    {
        var content = Named(name);
        content["spec"] = JsonNode.Parse(spec);
        await store.CreateAsync(resource.Key("bench", name), content);
    }

    private static JsonObject Named(string name) =>
        new()
        {
            ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = "bench" },
        };
}
