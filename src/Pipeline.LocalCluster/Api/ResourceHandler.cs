using Pipeline.LocalCluster.Api.Handlers;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api;

/// <summary>Sends a request for a resource to the handler of its verb.</summary>
internal sealed class ResourceHandler(
    ReadHandler read,
    WatchHandler watch,
    WriteHandler write,
    DeleteHandler delete,
    ScaleHandler scale,
    LogHandler logs,
    ProxyHandler proxy
)
{
    public Task HandleAsync(HttpContext context, ResourcePath path) =>
        path switch
        {
            { Subresource: "proxy", Kind.Resource: var r }
                when r == GroupResource.Pods || r == GroupResource.Services => proxy.ForwardAsync(context, path),
            { Subresource: "log", Kind.Resource: var r } when r == GroupResource.Pods => LogAsync(context, path),
            { Subresource: "status", Kind.HasStatus: true } => ObjectAsync(context, path, WriteScope.Status),
            { Subresource: "scale", Kind.HasScale: true } => ScaleAsync(context, path),
            { Subresource: not null } => throw Refusal.NoSuchPath(
                $"{path.Kind.Resource} has no subresource {path.Subresource}"
            ),
            { Name: null } => CollectionAsync(context, path),
            _ => ObjectAsync(context, path, WriteScope.Object),
        };

    private Task CollectionAsync(HttpContext context, ResourcePath path) =>
        context.Request.Method switch
        {
            "GET" when RequestQuery.Flag(context.Request, "watch") => watch.WatchAsync(context, path),
            "GET" => read.ListAsync(context, path),
            "POST" => write.CreateAsync(context, path),
            "DELETE" => delete.DeleteCollectionAsync(context, path),
            _ => throw NotAllowed(context, path),
        };

    private Task ObjectAsync(HttpContext context, ResourcePath path, WriteScope scope) =>
        context.Request.Method switch
        {
            "GET" => read.GetAsync(context, path),
            "PUT" => write.ReplaceAsync(context, path, scope),
            "PATCH" => write.PatchAsync(context, path, scope),
            "DELETE" when scope == WriteScope.Object => delete.DeleteAsync(context, path),
            _ => throw NotAllowed(context, path),
        };

    private Task ScaleAsync(HttpContext context, ResourcePath path) =>
        context.Request.Method switch
        {
            "GET" => scale.GetAsync(context, path),
            "PUT" => scale.ReplaceAsync(context, path),
            "PATCH" => scale.PatchAsync(context, path),
            _ => throw NotAllowed(context, path),
        };

    private Task LogAsync(HttpContext context, ResourcePath path) =>
        context.Request.Method == "GET" ? logs.GetAsync(context, path) : throw NotAllowed(context, path);

    private static RefusalException NotAllowed(HttpContext context, ResourcePath path) =>
        Refusal.MethodNotAllowed(
            context.Request.Method,
            $"{path.Kind.Resource}{(path.Name is null ? "" : $" \"{path.Name}\"")}"
        );
}
