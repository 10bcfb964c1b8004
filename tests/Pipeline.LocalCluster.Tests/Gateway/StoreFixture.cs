using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Gateway;

/// <summary>A store with the objects that a gateway reads.</summary>
public sealed class StoreFixture : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public StoreFixture() => Store = ResourceStore.Open(_directory.Path, TimeProvider.System);

    public ResourceStore Store { get; }

    /// <summary>Stores a route of namespace <c>shop</c> from the YAML-like JSON of its <c>spec</c>.</summary>
    public Task RouteAsync(string name, string spec, string created = "2026-01-01T00:00:00Z") =>
        PutAsync(
            GroupResource.HttpRoutes,
            name,
            $$$"""{"metadata":{"name":"{{{name}}}","namespace":"shop","creationTimestamp":"{{{created}}}"},"spec":{{{spec}}}}"""
        );

    /// <summary>A route on <c>shop.localhost</c> that splits everything between Services <c>a</c> and <c>b</c>.</summary>
    public Task SplitAsync(int a, int b) =>
        RouteAsync(
            "shop",
            $$"""
            {"hostnames":["shop.localhost"],"rules":[{"backendRefs":[
              {"name":"a","port":80,"weight":{{a}}},{"name":"b","port":80,"weight":{{b}}}]}]}
            """
        );

    public async Task ServiceAsync(string name, params string[] endpoints)
    {
        await PutAsync(
            GroupResource.Services,
            name,
            $$$"""{"metadata":{"name":"{{{name}}}","namespace":"shop"},"spec":{"ports":[{"name":"http","port":80}]}}"""
        );
        await EndpointsAsync(name, endpoints);
    }

    /// <summary>Sets the ready endpoints (<c>127.0.0.1:8080</c>, all of one port) of a Service.</summary>
    public Task EndpointsAsync(string service, params string[] endpoints)
    {
        var port = endpoints.Select(endpoint => endpoint.Split(':')[1]).FirstOrDefault("80");
        var addresses = string.Join(
            ",",
            endpoints.Select(endpoint => $"{{\"addresses\":[\"{endpoint.Split(':')[0]}\"]}}")
        );
        return PutAsync(
            GroupResource.EndpointSlices,
            service,
            $$$"""
            {"metadata":{"name":"{{{service}}}","namespace":"shop","labels":{"kubernetes.io/service-name":"{{{service}}}"}},
             "ports":[{"name":"http","port":{{{port}}}}],"endpoints":[{{{addresses}}}]}
            """
        );
    }

    public async Task PutAsync(GroupResource resource, string name, string json)
    {
        var key = resource.Key("shop", name);
        var content = JsonNode.Parse(json)!.AsObject();
        if (Store.Find(key) is null)
            await Store.CreateAsync(key, content);
        else
            await Store.UpdateAsync(key, _ => content);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _directory.Dispose();
    }
}
