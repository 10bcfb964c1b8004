using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Tests.Cluster;

/// <summary>What the API server answered.</summary>
public sealed record ApiAnswer(int Code, string Text, JsonNode? Json, string Warnings);
