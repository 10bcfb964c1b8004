using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules;

/// <summary>A Service here is a name for endpoints: nothing listens on a virtual address, so all of them are headless.</summary>
internal sealed class ServiceRules : KindRules
{
    private const string Headless = "None";

    public override NameFormat Names => NameFormat.ServiceLabel;

    public override void Default(JsonObject content)
    {
        if (content["spec"] is not JsonObject spec)
            return;
        spec["clusterIP"] ??= Headless;
        spec["clusterIPs"] ??= new JsonArray(Headless);
        spec["ipFamilies"] ??= new JsonArray("IPv4");
        spec["ipFamilyPolicy"] ??= "SingleStack";
        foreach (var port in spec.Items("ports"))
            port["targetPort"] ??= port["port"]?.DeepClone();
    }

    public override IEnumerable<FieldProblem> Problems(JsonObject content)
    {
        if (content["spec"] is not JsonObject spec)
            return [FieldProblem.Required("spec")];
        return Type(spec).Concat(Ports([.. spec.Items("ports")]));
    }

    private static IEnumerable<FieldProblem> Type(JsonObject spec)
    {
        if (spec.Text("type") is { } type and not "ClusterIP")
            yield return FieldProblem.Unsupported("spec.type", type, ["ClusterIP"]);
        if (spec.Text("clusterIP") is { } address and not (Headless or ""))
            yield return FieldProblem.Unsupported("spec.clusterIP", address, [Headless]);
    }

    private static IEnumerable<FieldProblem> Ports(IReadOnlyList<JsonObject> ports)
    {
        var names = new HashSet<string>();
        for (var i = 0; i < ports.Count; i++)
        {
            var path = $"spec.ports[{i}]";
            if (ports[i].Int("port") is < 1 or > 65535)
                yield return FieldProblem.Invalid(
                    $"{path}.port",
                    ports[i]["port"],
                    "must be between 1 and 65535, inclusive"
                );
            var name = ports[i].Text("name") ?? "";
            if (name.Length == 0 && ports.Count > 1)
                yield return FieldProblem.Required($"{path}.name");
            else if (!names.Add(name))
                yield return FieldProblem.Duplicate($"{path}.name", name);
        }
    }
}
