using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api.Tables;

/// <summary>The columns of pods, whose status is the most telling word about all its containers.</summary>
internal static class PodColumns
{
    public static TableColumn[] All(TableColumn name, TableColumn age) =>
        [
            name,
            new("Ready", o => $"{Statuses(o).Count(s => s.Flag("ready"))}/{o.Items("spec", "containers").Count()}"),
            new("Status", o => Status(o)),
            new("Restarts", (o, now) => Restarts(o, now)),
            age,
            new("IP", o => o.Text("status", "podIP") ?? "<none>") { Wide = true },
            new("Node", o => o.Text("spec", "nodeName") ?? "<none>") { Wide = true },
            new("Nominated Node", _ => "<none>") { Wide = true },
            new("Readiness Gates", _ => "<none>") { Wide = true },
        ];

    private static string Status(JsonObject pod)
    {
        if (pod.At("metadata", "deletionTimestamp") is not null)
            return "Terminating";
        var reason = pod.Text("status", "reason") ?? pod.Text("status", "phase") ?? "Unknown";
        foreach (var status in Statuses(pod).Reverse())
        {
            var (waiting, terminated) = (status.At("state", "waiting"), status.At("state", "terminated"));
            if (waiting.Text("reason") is { Length: > 0 } waits)
                reason = waits;
            else if (terminated is not null)
                reason = terminated.Text("reason") ?? $"ExitCode:{terminated.Int("exitCode")}";
        }

        return reason;
    }

    private static string Restarts(JsonObject pod, DateTimeOffset now)
    {
        var count = Statuses(pod).Sum(status => status.Int("restartCount") ?? 0);
        var last = Statuses(pod).Select(status => status.Time("lastState", "terminated", "finishedAt")).Max();
        return count > 0 && last is not null ? $"{count} ({HumanDuration.Since(last, now)} ago)" : $"{count}";
    }

    private static IEnumerable<JsonObject> Statuses(JsonObject pod) => pod.Items("status", "containerStatuses");
}
