using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Api.Handlers;

/// <summary>One line of a watch: <c>ADDED</c>, <c>MODIFIED</c>, <c>DELETED</c>, <c>BOOKMARK</c> or <c>ERROR</c>, and its object.</summary>
internal sealed record WatchEvent(string Type, JsonObject Object);
