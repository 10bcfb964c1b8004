using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Controllers.ReplicaSets;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.Services;

/// <summary>Computes the endpoints of a service from the pods that it selects.</summary>
internal static class ServiceEndpoints
{
    /// <summary>One endpoint for each pod with an address, ready or not, in the order of their names.</summary>
    public static JsonArray Of(JsonObject service, IEnumerable<JsonObject> pods)
    {
        var always = service.Flag("spec", "publishNotReadyAddresses");
        return new JsonArray([
            .. pods.Where(HasAddress)
                .OrderBy(pod => pod.Text("metadata", "name"), StringComparer.Ordinal)
                .Select(pod => Endpoint(pod, always)),
        ]);
    }

    /// <summary>The service's ports as the pods serve them; a port named by pods is looked up in the first that has it.</summary>
    public static JsonArray Ports(JsonObject service, IReadOnlyCollection<JsonObject> pods)
    {
        var ports = new JsonArray();
        foreach (var port in service.Items("spec", "ports"))
        {
            if (Target(port, pods) is not { } number)
                continue;
            var endpoint = new JsonObject
            {
                ["name"] = port.Text("name") ?? "",
                ["port"] = number,
                ["protocol"] = port.Text("protocol") ?? "TCP",
            };
            if (port.Text("appProtocol") is { } protocol)
                endpoint["appProtocol"] = protocol;
            ports.Add(endpoint);
        }

        return ports;
    }

    private static bool HasAddress(JsonObject pod) =>
        pod.Text("status", "podIP") is { Length: > 0 } && pod.Text("status", "phase") is not ("Succeeded" or "Failed");

    private static JsonObject Endpoint(JsonObject pod, bool always)
    {
        var serving = PodChoice.IsReady(pod);
        var terminating = pod.At("metadata", "deletionTimestamp") is not null;
        return new JsonObject
        {
            ["addresses"] = new JsonArray(pod.Text("status", "podIP")),
            ["conditions"] = new JsonObject
            {
                ["ready"] = always || (serving && !terminating),
                ["serving"] = serving,
                ["terminating"] = terminating,
            },
            ["nodeName"] = pod.Text("spec", "nodeName"),
            ["targetRef"] = new JsonObject
            {
                ["kind"] = "Pod",
                ["name"] = pod.Text("metadata", "name"),
                ["namespace"] = pod.Text("metadata", "namespace"),
                ["uid"] = pod.Text("metadata", "uid"),
            },
        };
    }

    private static int? Target(JsonObject port, IEnumerable<JsonObject> pods)
    {
        if (port.Text("targetPort") is not { } name)
            return port.Int("targetPort") ?? port.Int("port");
        return pods.SelectMany(pod => pod.Items("spec", "containers"))
            .SelectMany(container => container.Items("ports"))
            .FirstOrDefault(candidate => candidate.Text("name") == name)
            .Int("containerPort");
    }
}
