using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Hosting;

/// <summary>Creates what every cluster has: the permanent namespaces, and the definitions of the Gateway API, which it acts on.</summary>
internal sealed class ClusterBootstrap(IResourceStore store, ResourceOperations operations) : IHostedService
{
    private static readonly WriteOptions Options = new("pipeline-local-cluster");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var name in ClusterNamespaces.Permanent)
            await EnsureAsync(GroupResource.Namespaces, Named(name), cancellationToken);
        foreach (var kind in KindTable.All.Where(kind => kind.Group == GroupResource.HttpRoutes.Group))
            await EnsureAsync(Definitions, Definition(kind), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static GroupResource Definitions => new("apiextensions.k8s.io", "customresourcedefinitions");

    private async Task EnsureAsync(GroupResource resource, JsonObject content, CancellationToken cancel)
    {
        if (store.Find(resource.Key("", content.Text("metadata", "name")!)) is null)
            await operations.CreateAsync(KindTable.Of(resource), "", content, Options, cancel);
    }

    private static JsonObject Named(string name) => new() { ["metadata"] = new JsonObject { ["name"] = name } };

    private static JsonObject Definition(ResourceKind kind)
    {
        var content = Named(kind.Resource.ToString());
        content["spec"] = new JsonObject
        {
            ["group"] = kind.Group,
            ["scope"] = kind.Namespaced ? "Namespaced" : "Cluster",
            ["names"] = new JsonObject
            {
                ["kind"] = kind.Kind,
                ["listKind"] = $"{kind.Kind}List",
                ["plural"] = kind.Plural,
                ["singular"] = kind.Singular,
            },
            ["versions"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = kind.Version,
                    ["served"] = true,
                    ["storage"] = true,
                }
            ),
        };
        return content;
    }
}
