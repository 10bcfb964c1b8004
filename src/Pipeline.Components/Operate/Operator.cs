namespace Pipeline.Components.Operate;

/// <summary>A person who asks something of a rollout.</summary>
/// <param name="Name">Who it is.</param>
/// <param name="Why">Their reason; empty when they gave none.</param>
public sealed record Operator(string Name, string Why);
