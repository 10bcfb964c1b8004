using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Gateway.Routing;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.Routes;

/// <summary>Computes the status of an HTTPRoute: for each parent, whether the gateway serves it and its backends exist.</summary>
internal static class RouteParents
{
    public const string ControllerName = "pipeline.build/local-cluster";

    /// <param name="route">The route, with the status that it has.</param>
    /// <param name="findService">A service by namespace and name.</param>
    /// <param name="now">The time of changed conditions.</param>
    public static JsonArray Of(JsonObject route, Func<string, string, JsonObject?> findService, DateTimeOffset now)
    {
        var unsupported = string.Join("; ", HttpRoute.Read(route).Problems);
        var missing = string.Join("; ", Missing(route, findService));
        var parents = new JsonArray();
        foreach (var parent in route.Items("spec", "parentRefs"))
        {
            var old = route
                .Items("status", "parents")
                .FirstOrDefault(status => JsonNode.DeepEquals(status["parentRef"], parent));
            parents.Add(
                new JsonObject
                {
                    ["parentRef"] = parent.DeepClone(),
                    ["controllerName"] = ControllerName,
                    ["conditions"] = new JsonArray(
                        Condition(route, "Accepted", "UnsupportedValue", unsupported, old, now),
                        Condition(route, "ResolvedRefs", "BackendNotFound", missing, old, now)
                    ),
                }
            );
        }

        return parents;
    }

    private static IEnumerable<string> Missing(JsonObject route, Func<string, string, JsonObject?> findService)
    {
        var ns = route.Text("metadata", "namespace") ?? "";
        foreach (var backend in route.Items("spec", "rules").SelectMany(rule => rule.Items("backendRefs")))
        {
            var name = backend.Text("name") ?? "";
            var service = findService(backend.Text("namespace") ?? ns, name);
            if (service is null)
                yield return $"there is no Service {name}";
            else if (service.Items("spec", "ports").All(port => port.Int("port") != backend.Int("port")))
                yield return $"the Service {name} has no port {backend.Int("port")}";
        }
    }

    private static JsonObject Condition(
        JsonObject route,
        string type,
        string failure,
        string problem,
        JsonObject? old,
        DateTimeOffset now
    )
    {
        var good = problem.Length == 0;
        var condition = new JsonObject
        {
            ["type"] = type,
            ["status"] = good ? "True" : "False",
            ["reason"] = good ? type : failure,
            ["message"] = problem,
            ["observedGeneration"] = route.At("metadata", "generation")?.DeepClone(),
        };
        return ObjectConditions.Since(condition, ObjectConditions.Find(old, type), now);
    }
}
