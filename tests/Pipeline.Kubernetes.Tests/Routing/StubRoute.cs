using System.Net;
using System.Text.Json.Nodes;

namespace Pipeline.Kubernetes.Tests.Routing;

/// <summary>An API server that keeps one route and applies JSON patches to it as RFC 6902 has it, all or nothing.</summary>
internal sealed class StubRoute
{
    /// <summary>A route at epoch 7 with all traffic on track a, and with things on it that are not ours.</summary>
    public const string Initial = """
        {
          "metadata": { "name": "user-service", "annotations": { "pipeline.build/epoch": "7", "team": "blue" } },
          "spec": {
            "hostnames": ["user-service.production.localhost"],
            "rules": [
              {
                "filters": [{ "type": "RequestMirror" }],
                "backendRefs": [
                  { "name": "user-service-a", "port": 8080, "weight": 100 },
                  { "name": "user-service-b", "port": 8080, "weight": 0 }
                ]
              }
            ]
          }
        }
        """;

    public StubRoute(string json) => Route = JsonNode.Parse(json)!;

    public JsonNode Route { get; private set; }

    /// <summary>Acts between the client's last look and its write.</summary>
    public Action<JsonNode>? Interloper { get; set; }

    /// <summary>Refuses every write with this answer.</summary>
    public string? Objection { get; set; }

    public (HttpStatusCode Status, string Body) Answer(StubRequest request)
    {
        if (request.Method != "PATCH")
            return (HttpStatusCode.OK, Route.ToJsonString());
        if (Objection is not null)
            return (HttpStatusCode.UnprocessableEntity, Objection);

        Interloper?.Invoke(Route);
        var patched = Route.DeepClone();
        foreach (var operation in JsonNode.Parse(request.Body)!.AsArray())
        {
            if (!Apply(patched, operation!))
                return (HttpStatusCode.UnprocessableEntity, """{"kind":"Status","reason":"Invalid","code":422}""");
        }

        Route = patched;
        return (HttpStatusCode.OK, Route.ToJsonString());
    }

    private static bool Apply(JsonNode root, JsonNode operation)
    {
        var path = ((string)operation["path"]!)
            .Split('/')[1..]
            .Select(key => key.Replace("~1", "/").Replace("~0", "~"));
        var target = root;
        foreach (var key in path)
            target = target is JsonArray list ? list[int.Parse(key)] : target?[key];

        if (target is null)
            return false;
        if ((string)operation["op"]! == "test")
            return JsonNode.DeepEquals(target, operation["value"]);
        target.ReplaceWith(operation["value"]!.DeepClone());
        return true;
    }
}
