using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api.Documents;

/// <summary>
/// OpenAPI 3 documents, one for each group and version: the schemas, and for each kind the patch operation, by whose parameters
/// and media types kubectl finds out what the server can do.
/// </summary>
internal static class OpenApiV3
{
    private static readonly string[] Parameters = ["dryRun", "fieldManager", "fieldValidation", "force"];

    public static JsonObject Index()
    {
        var paths = new JsonObject();
        foreach (var (group, version) in DocumentHandler.GroupVersions)
        {
            var path = group.Length == 0 ? $"api/{version}" : $"apis/{group}/{version}";
            var hash = Convert.ToHexString(SHA256.HashData(JsonText.Utf8(Of(group, version)!).Span));
            paths[path] = new JsonObject { ["serverRelativeURL"] = $"/openapi/v3/{path}?hash={hash}" };
        }

        return new JsonObject { ["paths"] = paths };
    }

    /// <summary>The document of a group and version, or null if it is not served.</summary>
    public static JsonObject? Of(string group, string version)
    {
        var kinds = KindTable.All.Where(kind => kind.Group == group && kind.Version == version).ToList();
        if (kinds.Count == 0)
            return null;
        var schemas = new OpenApiSchema("#/components/schemas/");
        foreach (var kind in kinds)
            schemas.Add(kind);
        return new JsonObject
        {
            ["openapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = "Kubernetes", ["version"] = Discovery.GitVersion },
            ["paths"] = new JsonObject(
                kinds.Select(kind => KeyValuePair.Create(PathOf(kind), (JsonNode?)Operations(kind)))
            ),
            ["components"] = new JsonObject { ["schemas"] = schemas.Definitions() },
        };
    }

    private static string PathOf(ResourceKind kind)
    {
        var root = kind.Group.Length == 0 ? $"/api/{kind.Version}" : $"/apis/{kind.Group}/{kind.Version}";
        return $"{root}/{(kind.Namespaced ? "namespaces/{namespace}/" : "")}{kind.Plural}/{{name}}";
    }

    private static JsonObject Operations(ResourceKind kind)
    {
        var patches = new List<string>
        {
            "application/apply-patch+yaml",
            "application/json-patch+json",
            "application/merge-patch+json",
        };
        if (kind.BuiltIn)
            patches.Add("application/strategic-merge-patch+json");
        var content = patches.Select(type =>
            KeyValuePair.Create(type, (JsonNode?)new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } })
        );
        var patch = new JsonObject
        {
            ["operationId"] = $"patch{kind.Kind}",
            ["parameters"] = new JsonArray([.. Parameters.Select(Parameter)]),
            ["requestBody"] = new JsonObject { ["content"] = new JsonObject(content), ["required"] = true },
            ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "OK" } },
            ["x-kubernetes-action"] = "patch",
            ["x-kubernetes-group-version-kind"] = OpenApiSchema.GroupVersionKind(kind),
        };
        return new JsonObject { ["patch"] = patch };
    }

    private static JsonObject Parameter(string name) =>
        new()
        {
            ["name"] = name,
            ["in"] = "query",
            ["schema"] = new JsonObject { ["type"] = "string", ["uniqueItems"] = true },
        };
}
