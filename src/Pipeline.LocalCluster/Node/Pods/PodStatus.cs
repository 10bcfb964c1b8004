using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Node.Containers;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Node.Pods;

/// <summary>Everything that a pod's <c>status</c> is made from.</summary>
internal sealed record PodStatus
{
    /// <summary>The address of the machine as pods see it.</summary>
    public const string HostIp = "127.0.0.1";

    public required RestartPolicy RestartPolicy { get; init; }

    public required string PodIp { get; init; }

    public required IReadOnlyCollection<ContainerStatus> Containers { get; init; }

    /// <summary>The status of a pod that this node will not run.</summary>
    public static JsonObject Rejected(string message, DateTimeOffset now) =>
        new()
        {
            ["phase"] = PodPhase.Failed,
            ["reason"] = "NotSupported",
            ["message"] = $"Pod was rejected: {message}",
            ["startTime"] = KubernetesTime.Format(now),
        };

    /// <summary>The status as the API shows it.</summary>
    /// <param name="before">The status so far: what stays the same keeps its times.</param>
    /// <param name="now">The time of whatever changes.</param>
    public JsonObject Write(JsonNode? before, DateTimeOffset now)
    {
        var status = new JsonObject
        {
            ["phase"] = PodPhase.Of(Containers, RestartPolicy),
            ["conditions"] = PodConditions.Of(Containers, before, now),
            ["hostIP"] = HostIp,
            ["hostIPs"] = new JsonArray(new JsonObject { ["ip"] = HostIp }),
            ["podIP"] = PodIp,
            ["podIPs"] = new JsonArray(new JsonObject { ["ip"] = PodIp }),
            ["startTime"] = before.Text("startTime") ?? KubernetesTime.Format(now),
            ["containerStatuses"] = new JsonArray([.. Containers.Select(ContainerStatusJson.Write)]),
        };
        if (before.Text("qosClass") is { } qualityOfService)
            status["qosClass"] = qualityOfService;
        return status;
    }
}
