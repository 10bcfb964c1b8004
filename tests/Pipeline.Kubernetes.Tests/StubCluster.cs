using System.Net;
using System.Text.Json.Nodes;

namespace Pipeline.Kubernetes.Tests;

/// <summary>An API server in memory, with a node that starts every pod at once.</summary>
internal sealed class StubCluster
{
    private readonly SortedDictionary<string, JsonObject> objects = new(StringComparer.Ordinal);
    private long version;

    public StubCluster() => Api = new StubApi(request => Instead(request) ?? Serve(request));

    public StubApi Api { get; }

    /// <summary>Answers in place of the cluster, unless it returns null.</summary>
    public Func<StubRequest, (HttpStatusCode Status, string Body)?> Instead { get; set; } = _ => null;

    /// <summary>Answers for the pods and services behind the proxy.</summary>
    public Func<string, (HttpStatusCode Status, string Body)> Proxied { get; set; } = _ => (HttpStatusCode.OK, "");

    /// <summary>Status of a pod's container, by the pod's name.</summary>
    public Func<string, string> ContainerStatus { get; set; } = _ => """{"name":"app","ready":true,"restartCount":0}""";

    /// <summary>Whether pods become ready.</summary>
    public bool PodsBecomeReady { get; set; } = true;

    /// <summary>What was written and with which method, without what changed nothing.</summary>
    public List<string> Changes { get; } = [];

    public JsonObject? Find(string path) => objects.GetValueOrDefault(path);

    /// <summary>Puts an object there, or a changed one in place of it.</summary>
    public void Put(string path, string json) => Store("PUT", path, JsonNode.Parse(json)!.AsObject());

    public void Remove(string path) => objects.Remove(path);

    /// <summary>The pods of a Deployment that is there are no longer ready.</summary>
    public void LosePods(string deployment) => objects[deployment]["status"]!["availableReplicas"] = 0;

    /// <summary>The next request of this method is served, but refused as a conflict: a repetition met what the first try had written.</summary>
    public void LoseAnswerTo(string method) =>
        Instead = request =>
        {
            if (request.Method != method)
                return null;
            Instead = _ => null;
            Serve(request);
            return Refusal(HttpStatusCode.Conflict);
        };

    /// <summary>What the cluster itself answers.</summary>
    public (HttpStatusCode Status, string Body) Serve(StubRequest request)
    {
        var path = request.Path.Split('?')[0];
        if (path.Contains("/proxy/", StringComparison.Ordinal))
            return Proxied(path);

        return request.Method switch
        {
            "GET" when objects.TryGetValue(path, out var found) => (HttpStatusCode.OK, found.ToJsonString()),
            "GET" when IsCollection(path) => (HttpStatusCode.OK, List(path, request.Path)),
            "POST" => Create(path, Parse(request)),
            "PUT" => Replace(path, Parse(request)),
            "PATCH" => Patch(path.Replace("/scale", ""), request),
            "DELETE" when objects.Remove(path) => (HttpStatusCode.OK, """{"kind":"Status"}"""),
            _ => Refusal(HttpStatusCode.NotFound),
        };
    }

    private static (HttpStatusCode, string) Refusal(HttpStatusCode status) =>
        (status, $$"""{"kind":"Status","reason":"{{status}}","code":{{(int)status}}}""");

    private static JsonObject Parse(StubRequest request) => JsonNode.Parse(request.Body)!.AsObject();

    // .../namespaces/<namespace>/<kind> has no name behind it.
    private static bool IsCollection(string path) => path.Split("/namespaces/")[^1].Split('/').Length == 2;

    private (HttpStatusCode, string) Create(string collection, JsonObject body)
    {
        var path = $"{collection}/{body["metadata"]!["name"]}";
        return objects.ContainsKey(path) ? Refusal(HttpStatusCode.Conflict) : Store("POST", path, body);
    }

    private (HttpStatusCode, string) Replace(string path, JsonObject body)
    {
        if (!objects.TryGetValue(path, out var present))
            return Refusal(HttpStatusCode.NotFound);

        return JsonNode.DeepEquals(body["metadata"]!["resourceVersion"], present["metadata"]!["resourceVersion"])
            ? Store("PUT", path, body)
            : Refusal(HttpStatusCode.Conflict);
    }

    private (HttpStatusCode, string) Patch(string path, StubRequest request)
    {
        var isApply = request.ContentType == "application/apply-patch+yaml";
        if (!objects.TryGetValue(path, out var present) && !isApply)
            return Refusal(HttpStatusCode.NotFound);

        var patched = present?.DeepClone().AsObject() ?? new JsonObject();
        if (request.ContentType != "application/json-patch+json")
            StubPatch.Merge(patched, Parse(request));
        else if (!StubPatch.TryApply(patched, JsonNode.Parse(request.Body)!.AsArray()))
            return Refusal(HttpStatusCode.UnprocessableEntity);
        return Store("PATCH", path, patched);
    }

    private (HttpStatusCode, string) Store(string method, string path, JsonObject changed)
    {
        if (JsonNode.DeepEquals(objects.GetValueOrDefault(path), changed))
            return (HttpStatusCode.OK, changed.ToJsonString());

        Changes.Add($"{method} {path}");
        var metadata = changed["metadata"] ??= new JsonObject();
        metadata["resourceVersion"] = $"{++version}";
        if (path.Contains("/deployments/", StringComparison.Ordinal))
            Run(changed, metadata);
        objects[path] = changed;
        return (HttpStatusCode.OK, changed.ToJsonString());
    }

    private void Run(JsonObject deployment, JsonNode metadata)
    {
        metadata["generation"] = version;
        var replicas = (int)deployment["spec"]!["replicas"]!;
        deployment["status"] = new JsonObject
        {
            ["observedGeneration"] = version,
            ["replicas"] = replicas,
            ["updatedReplicas"] = replicas,
            ["availableReplicas"] = PodsBecomeReady ? replicas : 0,
        };
    }

    private string List(string collection, string request)
    {
        var wanted = request.Split("labelSelector=") is [_, var selector, ..]
            ? selector.Split('&')[0].Split(',').Select(label => label.Split('='))
            : [];
        var candidates = collection.EndsWith("/pods", StringComparison.Ordinal)
            ? Pods(collection.Split('/')[^2])
            : objects
                .Where(each => each.Key.StartsWith(collection + "/", StringComparison.Ordinal))
                .Select(each => each.Value);
        var items = candidates.Where(each =>
            wanted.All(label => (string?)each["metadata"]!["labels"]?[label[0]] == label[1])
        );
        return new JsonObject { ["items"] = new JsonArray([.. items.Select(each => each.DeepClone())]) }.ToJsonString();
    }

    private IEnumerable<JsonObject> Pods(string space) =>
        from deployment in objects.Where(each =>
            each.Key.Contains($"/namespaces/{space}/deployments/", StringComparison.Ordinal)
        )
        from number in Enumerable.Range(1, (int)deployment.Value["spec"]!["replicas"]!)
        let name = $"{deployment.Value["metadata"]!["name"]}-{number}"
        select new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = name,
                ["labels"] = deployment.Value["spec"]!["template"]!["metadata"]!["labels"]!.DeepClone(),
            },
            ["status"] = new JsonObject
            {
                ["phase"] = "Running",
                ["containerStatuses"] = new JsonArray(JsonNode.Parse(ContainerStatus(name))),
            },
        };
}
