using System.Text.Json.Nodes;

namespace Pipeline.Kubernetes.Routing;

/// <summary>A value to be written into a route, and what must be found there for the write to be safe.</summary>
/// <param name="ConditionPath">JSON pointer (RFC 6901) to what is tested.</param>
/// <param name="Condition">The value that must be there.</param>
/// <param name="Path">JSON pointer to what is replaced.</param>
/// <param name="Value">The new value.</param>
public sealed record RoutePart(string ConditionPath, JsonNode Condition, string Path, JsonNode Value);
