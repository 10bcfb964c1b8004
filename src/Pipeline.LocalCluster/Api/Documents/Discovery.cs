using System.Reflection;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api.Documents;

/// <summary>The discovery documents, from the kind table.</summary>
internal static class Discovery
{
    private static readonly string[] Verbs =
    [
        "create",
        "delete",
        "deletecollection",
        "get",
        "list",
        "patch",
        "update",
        "watch",
    ];
    private static readonly string[] StatusVerbs = ["get", "patch", "update"];

    /// <summary>The Kubernetes version that the cluster behaves like, marked as ours.</summary>
    public static string GitVersion { get; } =
        $"v1.32.0+pipeline-{typeof(Discovery).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion}";

    public static JsonObject Version() =>
        new()
        {
            ["major"] = "1",
            ["minor"] = "32",
            ["gitVersion"] = GitVersion,
            ["gitCommit"] = "",
            ["gitTreeState"] = "clean",
            ["buildDate"] = "1970-01-01T00:00:00Z",
            ["goVersion"] = "",
            ["compiler"] = "dotnet",
            ["platform"] = "linux/amd64",
        };

    public static JsonObject Paths()
    {
        var groups = DocumentHandler.GroupVersions.Select(gv =>
            gv.Group.Length == 0 ? $"/api/{gv.Version}" : $"/apis/{gv.Group}/{gv.Version}"
        );
        string[] others = ["/healthz", "/livez", "/openapi/v2", "/openapi/v3", "/readyz", "/version"];
        return new JsonObject { ["paths"] = new JsonArray([.. groups.Concat(others)]) };
    }

    public static JsonObject CoreVersions() =>
        new()
        {
            ["kind"] = "APIVersions",
            ["versions"] = new JsonArray("v1"),
            ["serverAddressByClientCIDRs"] = new JsonArray(),
        };

    public static JsonObject Groups() =>
        new()
        {
            ["kind"] = "APIGroupList",
            ["apiVersion"] = "v1",
            ["groups"] = new JsonArray([
                .. DocumentHandler
                    .GroupVersions.Where(gv => gv.Group.Length > 0)
                    .Select(gv => GroupOf(gv.Group, gv.Version)),
            ]),
        };

    /// <summary>One group, or null if it is not served.</summary>
    public static JsonObject? Group(string group)
    {
        var found = DocumentHandler.GroupVersions.FirstOrDefault(gv => gv.Group == group && group.Length > 0);
        if (found.Version is null)
            return null;
        var document = GroupOf(found.Group, found.Version);
        document["kind"] = "APIGroup";
        document["apiVersion"] = "v1";
        return document;
    }

    /// <summary>The resources of a group and version, or null if it is not served.</summary>
    public static JsonObject? Resources(string group, string version)
    {
        var kinds = KindTable.All.Where(kind => kind.Group == group && kind.Version == version).ToList();
        if (kinds.Count == 0)
            return null;
        return new JsonObject
        {
            ["kind"] = "APIResourceList",
            ["apiVersion"] = "v1",
            ["groupVersion"] = kinds[0].ApiVersion,
            ["resources"] = new JsonArray([.. kinds.SelectMany(ResourcesOf)]),
        };
    }

    private static JsonObject GroupOf(string group, string version)
    {
        JsonObject Preferred() => new() { ["groupVersion"] = $"{group}/{version}", ["version"] = version };
        return new JsonObject
        {
            ["name"] = group,
            ["versions"] = new JsonArray(Preferred()),
            ["preferredVersion"] = Preferred(),
        };
    }

    private static IEnumerable<JsonObject> ResourcesOf(ResourceKind kind)
    {
        var resource = Resource(kind, "", kind.Kind, Verbs);
        resource["singularName"] = kind.Singular;
        if (kind.ShortNames is not [])
            resource["shortNames"] = new JsonArray([.. kind.ShortNames]);
        if (kind.InAll)
            resource["categories"] = new JsonArray("all");
        yield return resource;
        if (kind.HasStatus)
            yield return Resource(kind, "/status", kind.Kind, StatusVerbs);
        if (kind.HasScale)
        {
            var scale = Resource(kind, "/scale", "Scale", StatusVerbs);
            scale["group"] = "autoscaling";
            scale["version"] = "v1";
            yield return scale;
        }

        if (kind.Resource == GroupResource.Pods)
            yield return Resource(kind, "/log", kind.Kind, ["get"]);
        if (kind.Resource == GroupResource.Pods || kind.Resource == GroupResource.Services)
            yield return Resource(
                kind,
                "/proxy",
                $"{kind.Kind}ProxyOptions",
                ["create", "delete", "get", "patch", "update"]
            );
    }

    private static JsonObject Resource(ResourceKind kind, string subresource, string objectKind, string[] verbs) =>
        new()
        {
            ["name"] = kind.Plural + subresource,
            ["singularName"] = "",
            ["namespaced"] = kind.Namespaced,
            ["kind"] = objectKind,
            ["verbs"] = new JsonArray([.. verbs]),
        };
}
