using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Selection;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api.Tables;

/// <summary>The columns of each kind, those of Kubernetes.</summary>
internal static class KindColumns
{
    private static readonly TableColumn Name = new("Name", o => o.At("metadata", "name"));
    private static readonly TableColumn Age = new(
        "Age",
        (o, now) => HumanDuration.Since(o.Time("metadata", "creationTimestamp"), now)
    );
    private static readonly TableColumn CreatedAt = new("Created At", o => o.At("metadata", "creationTimestamp"));

    private static readonly Dictionary<string, TableColumn[]> Table = new()
    {
        ["pods"] = PodColumns.All(Name, Age),
        ["events"] = EventColumns.All,
        ["services"] = ServiceColumns.All(Name, Age),
        ["endpointslices"] = ServiceColumns.EndpointSlices(Name, Age),
        ["deployments"] =
        [
            Name,
            Ratio("Ready", ["status", "readyReplicas"], ["spec", "replicas"]),
            Count("Up-to-date", "status", "updatedReplicas"),
            Count("Available", "status", "availableReplicas"),
            Age,
            .. Template(),
        ],
        ["replicasets"] =
        [
            Name,
            Count("Desired", "spec", "replicas"),
            Count("Current", "status", "replicas"),
            Count("Ready", "status", "readyReplicas"),
            Age,
            .. Template(),
        ],
        ["jobs"] = [Name, Ratio("Completions", ["status", "succeeded"], ["spec", "completions"]), Age],
        ["configmaps"] =
        [
            Name,
            new("Data", o => o.Map("data").Count() + o.Map("binaryData").Count()) { Type = "string" },
            Age,
        ],
        ["secrets"] = [Name, Text("Type", "type"), new("Data", o => o.Map("data").Count()) { Type = "string" }, Age],
        ["namespaces"] = [Name, Text("Status", "status", "phase"), Age],
        ["serviceaccounts"] = [Name, new("Secrets", o => o.Items("secrets").Count()) { Type = "string" }, Age],
        ["leases"] = [Name, Text("Holder", "spec", "holderIdentity"), Age],
        ["poddisruptionbudgets"] =
        [
            Name,
            Any("Min Available", "spec", "minAvailable"),
            Any("Max Unavailable", "spec", "maxUnavailable"),
            Count("Allowed Disruptions", "status", "disruptionsAllowed"),
            Age,
        ],
        ["horizontalpodautoscalers"] =
        [
            Name,
            new(
                "Reference",
                o => $"{o.Text("spec", "scaleTargetRef", "kind")}/{o.Text("spec", "scaleTargetRef", "name")}"
            ),
            Count("MinPods", "spec", "minReplicas"),
            Count("MaxPods", "spec", "maxReplicas"),
            Count("Replicas", "status", "currentReplicas"),
            Age,
        ],
        ["networkpolicies"] =
        [
            Name,
            new("Pod-Selector", o => LabelSelector.From(o.At("spec", "podSelector") as JsonObject).ToString()),
            Age,
        ],
        ["roles"] = [Name, CreatedAt],
        ["clusterroles"] = [Name, CreatedAt],
        ["rolebindings"] = [Name, Role(), Age],
        ["clusterrolebindings"] = [Name, Role(), Age],
        ["customresourcedefinitions"] = [Name, CreatedAt],
        ["httproutes"] = [Name, List("Hostnames", "spec", "hostnames"), Age],
        ["gateways"] = [Name, Text("Class", "spec", "gatewayClassName"), Condition("Programmed"), Age],
        ["gatewayclasses"] = [Name, Text("Controller", "spec", "controllerName"), Condition("Accepted"), Age],
        ["virtualservices"] = [Name, List("Gateways", "spec", "gateways"), List("Hosts", "spec", "hosts"), Age],
        ["destinationrules"] = [Name, Text("Host", "spec", "host"), Age],
    };

    private static readonly TableColumn[] Default = [Name, Age];

    public static IReadOnlyList<TableColumn> Of(ResourceKind kind) => Table.GetValueOrDefault(kind.Plural, Default);

    private static TableColumn Text(string name, params string[] path) => new(name, o => o.Text(path) ?? "");

    private static TableColumn Any(string name, params string[] path) =>
        new(name, o => o.At(path)?.ToString() ?? "N/A");

    private static TableColumn List(string name, params string[] path) =>
        new(name, o => o.Texts(path).Any() ? new JsonArray([.. o.Texts(path)]).ToJsonString() : "");

    private static TableColumn Count(string name, params string[] path) =>
        new(name, o => o.Int(path) ?? 0) { Type = "integer" };

    private static TableColumn Ratio(string name, string[] part, string[] whole) =>
        new(name, o => $"{o.Int(part) ?? 0}/{o.Int(whole) ?? 0}");

    private static TableColumn Role() => new("Role", o => $"{o.Text("roleRef", "kind")}/{o.Text("roleRef", "name")}");

    private static TableColumn Condition(string type) =>
        new(
            type,
            o => o.Items("status", "conditions").FirstOrDefault(c => c.Text("type") == type).Text("status") ?? "Unknown"
        );

    private static TableColumn[] Template()
    {
        static IEnumerable<JsonObject> Containers(JsonObject o) => o.Items("spec", "template", "spec", "containers");
        return
        [
            new("Containers", o => string.Join(',', Containers(o).Select(c => c.Text("name")))) { Wide = true },
            new("Images", o => string.Join(',', Containers(o).Select(c => c.Text("image")))) { Wide = true },
            new("Selector", o => LabelSelector.From(o.At("spec", "selector") as JsonObject).ToString()) { Wide = true },
        ];
    }
}
