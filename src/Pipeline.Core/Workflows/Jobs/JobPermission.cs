namespace Pipeline.Core.Workflows.Jobs;

/// <summary>Something that a job may do on the provider's side.</summary>
/// <param name="Scope">On what.</param>
/// <param name="Writes">Whether it may change it; otherwise it only reads.</param>
/// <param name="Reason">What it needs that for.</param>
public sealed record JobPermission(PermissionScope Scope, bool Writes, string Reason);
