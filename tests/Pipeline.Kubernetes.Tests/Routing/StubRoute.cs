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
        if (!StubPatch.TryApply(patched, JsonNode.Parse(request.Body)!.AsArray()))
            return (HttpStatusCode.UnprocessableEntity, """{"kind":"Status","reason":"Invalid","code":422}""");

        Route = patched;
        return (HttpStatusCode.OK, Route.ToJsonString());
    }
}
