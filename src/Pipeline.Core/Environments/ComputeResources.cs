namespace Pipeline.Core.Environments;

/// <summary>What one pod requests and may use, as Kubernetes quantities.</summary>
/// <param name="Cpu">For example <c>250m</c>.</param>
/// <param name="Memory">For example <c>256Mi</c>.</param>
public sealed record ComputeResources(string Cpu, string Memory);
