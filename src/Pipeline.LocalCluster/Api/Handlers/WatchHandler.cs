using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Api.Tables;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api.Handlers;

/// <summary>Streams changes of a collection, one JSON line each, until the client leaves or its time is up.</summary>
internal sealed class WatchHandler(IResourceStore store, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(30);

    public async Task WatchAsync(HttpContext context, ResourcePath path)
    {
        var request = context.Request;
        var selector = RequestQuery.Selector(request, path.Kind);
        var asTable = TableAccept.Wants(request);
        var timeout = RequestQuery.Number(request, "timeoutSeconds") is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : DefaultTimeout;
        using var timeUp = new CancellationTokenSource(timeout, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            lifetime.ApplicationStopping,
            timeUp.Token
        );

        var after = After(request);
        context.Response.ContentType = Respond.Json;
        // Only a flush sends the headers, and a client does nothing before it has them.
        await context.Response.Body.FlushAsync(end.Token);
        var events = new WatchEvents(path.Kind, selector)
        {
            Bookmarks = RequestQuery.Flag(request, "allowWatchBookmarks"),
            MarksInitialEnd = RequestQuery.Flag(request, "sendInitialEvents"),
        };
        try
        {
            await foreach (var change in store.WatchAsync(path.Kind.Resource, path.Namespace, after, end.Token))
            {
                if (events.From(change) is { } found)
                    await SendAsync(
                        context,
                        path.Kind,
                        asTable ? InTable(found, path.Kind, request) : found,
                        end.Token
                    );
            }
        }
        catch (VersionExpiredException e)
        {
            await SendAsync(
                context,
                path.Kind,
                new WatchEvent("ERROR", Refusal.Expired(e.Message).ToStatus()),
                end.Token
            );
        }
        catch (OperationCanceledException)
        {
            // The time is up, the client left, or the cluster stops: the stream just ends.
        }
    }

    private WatchEvent InTable(WatchEvent found, ResourceKind kind, HttpRequest request)
    {
        var rows = found.Type == "BOOKMARK" ? Array.Empty<JsonObject>() : [found.Object];
        var metadata = new JsonObject { ["resourceVersion"] = found.Object.Text("metadata", "resourceVersion") };
        return found with
        {
            Object = ResourceTable.Of(kind, rows, time.GetUtcNow(), TableAccept.Includes(request), metadata),
        };
    }

    private static async Task SendAsync(
        HttpContext context,
        ResourceKind kind,
        WatchEvent found,
        CancellationToken cancel
    )
    {
        var line = JsonText.Utf8(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", found.Type);
            writer.WritePropertyName("object");
            found.Object.WriteTo(writer);
            writer.WriteEndObject();
        });
        await context.Response.Body.WriteAsync(line, cancel);
        await context.Response.Body.WriteAsync("\n"u8.ToArray(), cancel);
        await context.Response.Body.FlushAsync(cancel);
    }

    // "0" means: from any state there is, which is the one that is there now.
    private static long? After(HttpRequest request)
    {
        var text = RequestQuery.Text(request, "resourceVersion");
        if (text is null or "0" || RequestQuery.Flag(request, "sendInitialEvents"))
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw Refusal.BadRequest($"resourceVersion: expected a version that a list gave, found {text}");
    }
}
