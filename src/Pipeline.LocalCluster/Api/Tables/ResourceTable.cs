using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;

namespace Pipeline.LocalCluster.Api.Tables;

/// <summary>Objects as a <c>meta.k8s.io/v1 Table</c>.</summary>
internal static class ResourceTable
{
    public static JsonObject Of(
        ResourceKind kind,
        IEnumerable<JsonObject> objects,
        DateTimeOffset now,
        string includeObject,
        JsonObject metadata
    )
    {
        var columns = KindColumns.Of(kind);
        return new JsonObject
        {
            ["kind"] = "Table",
            ["apiVersion"] = "meta.k8s.io/v1",
            ["metadata"] = metadata,
            ["columnDefinitions"] = new JsonArray([.. columns.Select(column => column.Definition())]),
            ["rows"] = new JsonArray([.. objects.Select(content => Row(content, columns, now, includeObject))]),
        };
    }

    private static JsonObject Row(
        JsonObject content,
        IReadOnlyList<TableColumn> columns,
        DateTimeOffset now,
        string includeObject
    )
    {
        var row = new JsonObject
        {
            ["cells"] = new JsonArray([.. columns.Select(column => column.Cell(content, now)?.DeepClone())]),
        };
        if (includeObject == "Object")
            row["object"] = content.DeepClone();
        else if (includeObject == "Metadata")
            row["object"] = Metadata(content);
        return row;
    }

    private static JsonObject Metadata(JsonObject content) =>
        new()
        {
            ["kind"] = "PartialObjectMetadata",
            ["apiVersion"] = "meta.k8s.io/v1",
            ["metadata"] = content["metadata"]?.DeepClone(),
        };
}
