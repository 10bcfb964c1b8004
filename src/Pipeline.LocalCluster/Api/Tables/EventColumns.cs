using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api.Tables;

/// <summary>The columns of events.</summary>
internal static class EventColumns
{
    public static readonly TableColumn[] All =
    [
        new(
            "Last Seen",
            (o, now) => HumanDuration.Since(o.Time("lastTimestamp") ?? o.Time("metadata", "creationTimestamp"), now)
        ),
        new("Type", o => o.Text("type")),
        new("Reason", o => o.Text("reason")),
        new(
            "Object",
            o => $"{o.Text("involvedObject", "kind")?.ToLowerInvariant()}/{o.Text("involvedObject", "name")}"
        ),
        new("Subobject", o => o.Text("involvedObject", "fieldPath") ?? "") { Wide = true },
        new("Source", o => o.Text("source", "component") ?? "") { Wide = true },
        new("Message", o => o.Text("message")?.Trim()),
        new("First Seen", (o, now) => HumanDuration.Since(o.Time("firstTimestamp"), now)) { Wide = true },
        new("Count", o => o.Int("count") ?? 1) { Wide = true, Type = "integer" },
        new("Name", o => o.Text("metadata", "name")) { Wide = true },
    ];
}
