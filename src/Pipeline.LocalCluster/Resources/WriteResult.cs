using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Resources;

/// <summary>What a write stored, or would have stored in a dry run.</summary>
public sealed record WriteResult(JsonObject Content, bool Created, IReadOnlyList<string> Warnings);
