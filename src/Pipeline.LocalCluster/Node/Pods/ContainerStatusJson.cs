using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Node.Containers;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Node.Pods;

/// <summary>Container statuses as the API shows them, and back again after a restart of the cluster.</summary>
internal static class ContainerStatusJson
{
    private const string IdPrefix = "pipeline://";

    public static JsonObject Write(ContainerStatus status) =>
        new()
        {
            ["name"] = status.Name,
            ["state"] = WriteState(status.State, status.ContainerId),
            ["lastState"] = status.Last is null ? new JsonObject() : WriteState(status.Last, ""),
            ["ready"] = status.Ready,
            ["started"] = status.Started,
            ["restartCount"] = status.RestartCount,
            ["image"] = status.Image,
            ["imageID"] = status.ImageId,
            ["containerID"] = status.ContainerId.Length == 0 ? "" : IdPrefix + status.ContainerId,
        };

    /// <summary>The status of a container as it was last written, or of one that never ran.</summary>
    public static ContainerStatus Read(ContainerSpec container, JsonNode? podStatus)
    {
        var written = podStatus.Items("containerStatuses").FirstOrDefault(it => it.Text("name") == container.Name);
        var status = new ContainerStatus { Name = container.Name, Image = container.Image };
        if (written?["state"] is not { } state || written.Text("containerID") is not { Length: > 0 } id)
            return status;
        return status with
        {
            ImageId = written.Text("imageID") ?? "",
            ContainerId = id[IdPrefix.Length..],
            State = ReadState(state),
            Last = ReadEnd(written.At("lastState", "terminated")),
            RestartCount = written.Int("restartCount") ?? 0,
        };
    }

    private static JsonObject WriteState(ContainerState state, string id) =>
        state switch
        {
            ContainerState.Running running => new JsonObject
            {
                ["running"] = new JsonObject { ["startedAt"] = KubernetesTime.Format(running.StartedAt) },
            },
            ContainerState.Terminated end => new JsonObject { ["terminated"] = WriteEnd(end, id) },
            ContainerState.Waiting waiting => new JsonObject { ["waiting"] = WriteWaiting(waiting) },
            _ => throw new InvalidOperationException($"unknown state {state}"),
        };

    private static JsonObject WriteWaiting(ContainerState.Waiting waiting)
    {
        var json = new JsonObject { ["reason"] = waiting.Reason };
        if (waiting.Message is not null)
            json["message"] = waiting.Message;
        return json;
    }

    private static JsonObject WriteEnd(ContainerState.Terminated end, string id)
    {
        var json = new JsonObject
        {
            ["exitCode"] = end.ExitCode,
            ["reason"] = end.Reason,
            ["startedAt"] = KubernetesTime.Format(end.StartedAt),
            ["finishedAt"] = KubernetesTime.Format(end.FinishedAt),
        };
        if (end.Message is not null)
            json["message"] = end.Message;
        if (id.Length > 0)
            json["containerID"] = IdPrefix + id;
        return json;
    }

    private static ContainerState ReadState(JsonNode state)
    {
        if (state["running"] is { } running)
            return new ContainerState.Running(running.Time("startedAt") ?? default);
        return ReadEnd(state["terminated"])
            ?? (ContainerState)
                new ContainerState.Waiting(
                    state.Text("waiting", "reason") ?? "ContainerCreating",
                    state.Text("waiting", "message")
                );
    }

    private static ContainerState.Terminated? ReadEnd(JsonNode? end) =>
        end is null
            ? null
            : new ContainerState.Terminated(
                end.Int("exitCode") ?? 0,
                end.Text("reason") ?? "",
                end.Text("message"),
                end.Time("startedAt") ?? default,
                end.Time("finishedAt") ?? default
            );
}
