using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Tests.Routing;

/// <summary>The object of each router, at epoch 7 with all traffic on track a, and with things on it that are not ours.</summary>
internal static class RoutedObjects
{
    private const string Namespaced = "v1/namespaces/production";

    public static string Deployment(string track) => $"/apis/apps/{Namespaced}/deployments/user-service-{track}";

    public static (TrafficRouting Routing, string Path, string Json) Of(string name) =>
        name switch
        {
            "istio" => (
                new TrafficRouting.IstioRoute(),
                $"/apis/networking.istio.io/{Namespaced}/virtualservices/user-service",
                VirtualService
            ),
            "service-selector" => (
                new TrafficRouting.ServiceSelector(),
                $"/api/{Namespaced}/services/user-service",
                Service("""{"app.kubernetes.io/name":"user-service","pipeline.build/track":"a"}""")
            ),
            "replica-ratio" => (
                new TrafficRouting.ReplicaRatio(),
                $"/api/{Namespaced}/services/user-service-all",
                Service("""{"app.kubernetes.io/name":"user-service"}""")
            ),
            _ => (
                new TrafficRouting.GatewayRoute(),
                $"/apis/gateway.networking.k8s.io/{Namespaced}/httproutes/user-service",
                StubRoute.Initial
            ),
        };

    private const string VirtualService = """
        {
          "metadata": { "name": "user-service", "annotations": { "pipeline.build/epoch": "7", "team": "blue" } },
          "spec": {
            "hosts": ["user-service"],
            "gateways": ["mesh"],
            "http": [
              {
                "match": [{ "headers": { "x-debug": { "exact": "1" } } }],
                "route": [{ "destination": { "host": "debugger" } }]
              },
              {
                "timeout": "3s",
                "retries": { "attempts": 2 },
                "route": [
                  { "destination": { "host": "user-service-all", "subset": "a", "port": { "number": 8080 } }, "weight": 100 },
                  { "destination": { "host": "user-service-all", "subset": "b" }, "weight": 0, "headers": { "request": {} } }
                ]
              }
            ]
          }
        }
        """;

    private static string Service(string selector) =>
        $$"""
            {
              "metadata": {
                "name": "user-service",
                "annotations": { "pipeline.build/epoch": "7", "pipeline.build/weight-of-a": "100", "team": "blue" }
              },
              "spec": { "selector": {{selector}}, "ports": [{ "port": 8080 }], "sessionAffinity": "ClientIP" }
            }
            """;
}
