using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Ownership;

/// <summary>One entry of <c>metadata.managedFields</c>: who owns which fields, by which kind of write.</summary>
internal sealed record ManagedEntry(string Manager, string Operation, string? Subresource)
{
    public const string Apply = "Apply";
    public const string Update = "Update";

    public required string ApiVersion { get; init; }

    public required string Time { get; init; }

    public required FieldSet Fields { get; init; }

    /// <summary>The manager as conflicts name it: <c>"kubectl" with subresource "scale" using apps/v1</c>.</summary>
    public string Title =>
        $"\"{Manager}\""
        + (Subresource is null ? "" : $" with subresource \"{Subresource}\"")
        + (Operation == Update ? $" using {ApiVersion}" : "");

    /// <summary>Whether both are entries of the same writer.</summary>
    public bool IsSameWriter(ManagedEntry other) =>
        Manager == other.Manager && Operation == other.Operation && Subresource == other.Subresource;

    public static ManagedEntry Parse(JsonObject entry) =>
        new(entry.Text("manager") ?? "", entry.Text("operation") ?? Update, entry.Text("subresource"))
        {
            ApiVersion = entry.Text("apiVersion") ?? "",
            Time = entry.Text("time") ?? "",
            Fields = FieldSet.Parse(entry["fieldsV1"] as JsonObject),
        };

    public JsonObject ToJson()
    {
        var entry = new JsonObject
        {
            ["manager"] = Manager,
            ["operation"] = Operation,
            ["apiVersion"] = ApiVersion,
            ["time"] = Time,
            ["fieldsType"] = "FieldsV1",
            ["fieldsV1"] = Fields.ToJson(),
        };
        if (Subresource is not null)
            entry["subresource"] = Subresource;
        return entry;
    }
}
