using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Selection;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api.Tables;

/// <summary>The columns of services and of their endpoints.</summary>
internal static class ServiceColumns
{
    public static TableColumn[] All(TableColumn name, TableColumn age) =>
        [
            name,
            new("Type", o => o.Text("spec", "type")),
            new("Cluster-IP", o => o.Text("spec", "clusterIP") ?? "<none>"),
            new("External-IP", _ => "<none>"),
            new("Port(s)", o => Joined(o.Items("spec", "ports").Select(p => $"{p.Int("port")}/{p.Text("protocol")}"))),
            age,
            new("Selector", o => Selector(o)) { Wide = true },
        ];

    public static TableColumn[] EndpointSlices(TableColumn name, TableColumn age) =>
        [
            name,
            new("AddressType", o => o.Text("addressType")),
            new("Ports", o => Joined(o.Items("ports").Select(p => $"{p.Int("port")}"))),
            new("Endpoints", o => Joined(o.Items("endpoints").SelectMany(e => e.Texts("addresses")))),
            age,
        ];

    private static string Selector(JsonObject service)
    {
        var selector = LabelSelector.FromLabels(service.At("spec", "selector"));
        return selector.Requirements is [] ? "<none>" : selector.ToString();
    }

    private static string Joined(IEnumerable<string> items) =>
        string.Join(',', items) is { Length: > 0 } text ? text : "<none>";
}
