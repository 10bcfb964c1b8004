using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Api.Tables;

/// <summary>A column of <c>kubectl get</c>.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Cell">What it shows of an object at a time.</param>
internal sealed record TableColumn(string Name, Func<JsonObject, DateTimeOffset, JsonNode?> Cell)
{
    public TableColumn(string name, Func<JsonObject, JsonNode?> cell)
        : this(name, (content, _) => cell(content)) { }

    public string Type { get; init; } = "string";

    /// <summary>Shown with <c>-o wide</c> only.</summary>
    public bool Wide { get; init; }

    public JsonObject Definition() =>
        new()
        {
            ["name"] = Name,
            ["type"] = Type,
            ["format"] = Name == "Name" ? "name" : "",
            ["description"] = "",
            ["priority"] = Wide ? 1 : 0,
        };
}
