using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pipeline.Images.Tests.Registries.Remote;

/// <summary>A registry in memory, written from the OCI distribution specification 1.1, that can be told to misbehave.</summary>
sealed class StubRegistry : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly ConcurrentDictionary<string, byte[]> _uploads = new();

    StubRegistry(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, byte[]> Blobs { get; } = new();

    public ConcurrentDictionary<string, (string MediaType, byte[] Content)> Manifests { get; } = new();

    /// <summary>Every request as "METHOD path".</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Sees each request first; what returns true has been answered.</summary>
    public Func<HttpContext, Task<bool>> Intercept { get; set; } = _ => Task.FromResult(false);

    /// <summary>Whether there is a referrers API; without it, clients keep a list under a tag.</summary>
    public bool HasReferrers { get; init; } = true;

    /// <summary>How many entries a list has on one page.</summary>
    public int PageSize { get; init; } = 100;

    public string Host => new Uri(_app.Urls.Single()).Authority;

    public static async Task<StubRegistry> StartAsync(bool hasReferrers = true, int pageSize = 100)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var stub = new StubRegistry(app) { HasReferrers = hasReferrers, PageSize = pageSize };
        app.Run(stub.HandleAsync);
        await app.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public static async Task AnswerAsync(HttpContext context, int status, string body = "")
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    }

    async Task HandleAsync(HttpContext context)
    {
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
        if (await Intercept(context))
            return;

        var parts = context.Request.Path.Value!.TrimStart('/').Split('/');
        await (
            parts switch
            {
                ["v2", ""] => AnswerAsync(context, 200),
                ["v2", _, "blobs", "uploads", ""] => StartUploadAsync(context),
                ["v2", _, "blobs", "uploads", var id] => UploadAsync(context, id),
                ["v2", _, "blobs", var digest] => BlobAsync(context, digest),
                ["v2", _, "manifests", var reference] => ManifestAsync(context, reference),
                ["v2", _, "referrers", var digest] when HasReferrers => ReferrersAsync(context, digest),
                ["v2", _, "tags", "list"] => TagsAsync(context),
                _ => AnswerAsync(context, 404),
            }
        );
    }

    Task StartUploadAsync(HttpContext context)
    {
        var id = Guid.NewGuid().ToString("n");
        _uploads[id] = [];
        context.Response.Headers.Location = $"{context.Request.Path}{id}?state=1";
        return AnswerAsync(context, 202);
    }

    async Task UploadAsync(HttpContext context, string id)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _uploads[id] = [.. _uploads[id], .. body.ToArray()];
        context.Response.Headers.Location = $"{context.Request.Path}?state=2";
        if (context.Request.Method == "PUT")
        {
            var digest = context.Request.Query["digest"].ToString();
            var isGood = Digest.Of(_uploads[id]).ToString() == digest;
            Blobs[digest] = _uploads[id];
            await AnswerAsync(context, isGood ? 201 : 400);
        }
        else
        {
            context.Response.Headers["Range"] = $"0-{Math.Max(0, _uploads[id].Length - 1)}";
            await AnswerAsync(context, context.Request.Method == "GET" ? 204 : 202);
        }
    }

    async Task BlobAsync(HttpContext context, string digest)
    {
        if (!Blobs.TryGetValue(digest, out var blob))
        {
            await AnswerAsync(context, 404);
            return;
        }

        context.Response.ContentLength = blob.Length;
        if (context.Request.Method == "GET")
            await context.Response.Body.WriteAsync(blob);
    }

    async Task ManifestAsync(HttpContext context, string reference)
    {
        if (context.Request.Method == "PUT")
        {
            await PutManifestAsync(context, reference);
        }
        else if (!Manifests.TryGetValue(reference, out var manifest))
        {
            await AnswerAsync(
                context,
                404,
                """{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}"""
            );
        }
        else if (context.Request.Method == "DELETE")
        {
            foreach (var (key, _) in Manifests.Where(it => it.Value.Content.SequenceEqual(manifest.Content)))
                Manifests.TryRemove(key, out _);
            await AnswerAsync(context, 202);
        }
        else
        {
            context.Response.ContentType = manifest.MediaType;
            await context.Response.Body.WriteAsync(manifest.Content);
        }
    }

    async Task PutManifestAsync(HttpContext context, string reference)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var manifest = (context.Request.ContentType!, body.ToArray());
        Manifests[reference] = Manifests[Digest.Of(body.ToArray()).ToString()] = manifest;
        if (HasReferrers && SubjectOf(body.ToArray()) is { } subject)
            context.Response.Headers["OCI-Subject"] = subject;
        await AnswerAsync(context, 201);
    }

    Task ReferrersAsync(HttpContext context, string subject)
    {
        var referrers = Manifests
            .Where(it =>
                it.Key.StartsWith("sha256:", StringComparison.Ordinal) && SubjectOf(it.Value.Content) == subject
            )
            .OrderBy(it => it.Key, StringComparer.Ordinal)
            .Select(it => new JsonObject
            {
                ["mediaType"] = it.Value.MediaType,
                ["digest"] = it.Key,
                ["size"] = it.Value.Content.Length,
            });
        var page = new JsonArray([.. Page(context, referrers)]);
        return AnswerAsync(context, 200, $$"""{"schemaVersion":2,"manifests":{{page.ToJsonString()}}}""");
    }

    Task TagsAsync(HttpContext context)
    {
        var tags = Manifests.Keys.Where(key => !key.Contains(':')).Order(StringComparer.Ordinal);
        var page = new JsonArray([.. Page(context, tags).Select(tag => JsonValue.Create(tag))]);
        return AnswerAsync(context, 200, $$"""{"name":"users","tags":{{page.ToJsonString()}}}""");
    }

    List<T> Page<T>(HttpContext context, IEnumerable<T> all)
    {
        var skip = int.TryParse(context.Request.Query["skip"], out var number) ? number : 0;
        var rest = all.Skip(skip).ToList();
        if (rest.Count > PageSize)
            context.Response.Headers.Link = $"<{context.Request.Path}?skip={skip + PageSize}>; rel=\"next\"";
        return [.. rest.Take(PageSize)];
    }

    static string? SubjectOf(byte[] manifest) => (string?)JsonNode.Parse(manifest)!["subject"]?["digest"];
}
