using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Octokit;
using Pipeline.Components.Releases;

namespace Pipeline.Components.Tests.Releases;

/// <summary>GitHub's REST API as https://docs.github.com/rest describes it, as far as releases and deployments go, under <c>/api/v3/</c>.</summary>
internal sealed class StubGitHub : IAsyncDisposable
{
    private const string Repository = "/api/v3/repos/owner/name";

    private readonly WebApplication app;
    private readonly List<List<JsonObject>> statuses = [];

    private StubGitHub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Use(NoteAsync);
        app.MapGet(Repository + "/git/refs/tags/{tag}", (string tag) => Found(Tags[tag]?.DeepClone()));
        app.MapGet(
            Repository + "/git/tags/{sha}",
            (string sha) =>
                Found(
                    new JsonObject
                    {
                        ["object"] = new JsonObject { ["sha"] = $"commit of {sha}", ["type"] = "commit" },
                    }
                )
        );
        app.MapPost(Repository + "/git/refs", (JsonObject body) => CreateTag(body));
        app.MapGet(
            Repository + "/releases/tags/{tag}",
            (string tag) => Found(Releases.FirstOrDefault(each => (string?)each["tag_name"] == tag))
        );
        app.MapPost(Repository + "/releases", (JsonObject body) => CreateRelease(body));
        app.MapPatch(Repository + "/releases/{id}", (int id, JsonObject body) => Edit(id, body));
        app.MapPost("/uploads/{id}/assets", UploadAsync);
        app.MapDelete(Repository + "/releases/assets/{id}", (int id) => DeleteAsset(id));
        app.MapGet(Repository + "/deployments", () => Results.Json(Deployments.AsEnumerable().Reverse()));
        app.MapPost(Repository + "/deployments", (JsonObject body) => CreateDeployment(body));
        app.MapGet(
            Repository + "/deployments/{id}/statuses",
            (int id) => Results.Json(Statuses(id).AsEnumerable().Reverse())
        );
        app.MapPost(Repository + "/deployments/{id}/statuses", (int id, JsonObject body) => Add(Statuses(id), body));
    }

    public JsonObject Tags { get; } = [];

    public List<JsonObject> Releases { get; } = [];

    public List<JsonObject> Deployments { get; } = [];

    /// <summary>Every request that changes something, as "METHOD path".</summary>
    public List<string> Changes { get; } = [];

    /// <summary>What the next requests are refused with, one after the other.</summary>
    public Queue<(int Status, string Body, string Header)> Refusals { get; } = new();

    public static async Task<StubGitHub> StartAsync()
    {
        var stub = new StubGitHub();
        await stub.app.StartAsync();
        return stub;
    }

    public GitHubRepository Open(TimeProvider time) =>
        new(
            new GitHubClient(new ProductHeaderValue("tests"), new Uri(app.Urls.Single()))
            {
                Credentials = new Credentials("token"),
            },
            "owner",
            "name",
            time
        );

    public static JsonObject Tag(string sha, string type = "commit") =>
        new()
        {
            ["ref"] = "refs/tags/x",
            ["object"] = new JsonObject { ["sha"] = sha, ["type"] = type },
        };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task NoteAsync(HttpContext context, RequestDelegate next)
    {
        Assert.Equal("Token token", context.Request.Headers.Authorization);
        Assert.Equal("tests", context.Request.Headers.UserAgent);
        if (Refusals.TryDequeue(out var refusal))
        {
            context.Response.StatusCode = refusal.Status;
            if (refusal.Header.Split(": ") is [var name, var value])
                context.Response.Headers[name] = value;
            await context.Response.WriteAsync(refusal.Body);
            return;
        }

        if (context.Request.Method != "GET")
            Changes.Add(
                $"{context.Request.Method} {context.Request.Path.Value!.Replace(Repository, "")}{context.Request.QueryString}"
            );
        await next(context);
    }

    private static IResult Found(JsonNode? node) =>
        node is null ? Results.Json(new { message = "Not Found" }, statusCode: 404) : Results.Json(node);

    private IResult CreateTag(JsonObject body)
    {
        var tag = ((string)body["ref"]!)["refs/tags/".Length..];
        Tags[tag] = Tag((string)body["sha"]!);
        return Found(Tags[tag]!.DeepClone());
    }

    private IResult CreateRelease(JsonObject body)
    {
        body["id"] = Releases.Count;
        body["assets"] = new JsonArray();
        body["upload_url"] = $"{app.Urls.Single()}/uploads/{Releases.Count}/assets{{?name,label}}";
        return Add(Releases, body);
    }

    private IResult Edit(int id, JsonObject body)
    {
        foreach (var (key, value) in body)
            Releases[id][key] = value?.DeepClone();
        return Results.Json(Releases[id]);
    }

    private async Task<IResult> UploadAsync(int id, HttpRequest request)
    {
        var content = new MemoryStream();
        await request.Body.CopyToAsync(content);
        var assets = Releases[id]["assets"]!.AsArray();
        var asset = new JsonObject
        {
            ["id"] = (id * 100) + assets.Count,
            ["name"] = request.Query["name"].ToString(),
            ["state"] = "uploaded",
            ["size"] = content.Length,
        };
        assets.Add((JsonNode)asset);
        return Results.Json(asset);
    }

    private IResult DeleteAsset(int id)
    {
        var assets = Releases[id / 100]["assets"]!.AsArray();
        assets.Remove(assets.Single(asset => (int)asset!["id"]! == id));
        return Results.NoContent();
    }

    private IResult CreateDeployment(JsonObject body)
    {
        body["id"] = Deployments.Count;
        body["sha"] = body["ref"]!.DeepClone();
        body["statuses"] = new JsonArray();
        return Add(Deployments, body);
    }

    private List<JsonObject> Statuses(int deployment)
    {
        while (statuses.Count <= deployment)
            statuses.Add([]);
        return statuses[deployment];
    }

    public IEnumerable<string> StatesOf(int deployment) =>
        Statuses(deployment).Select(status => (string)status["state"]!);

    private static IResult Add(List<JsonObject> list, JsonObject body)
    {
        list.Add(body);
        return Results.Json(body, statusCode: 201);
    }
}
