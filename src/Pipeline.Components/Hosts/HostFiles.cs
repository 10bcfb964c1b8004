namespace Pipeline.Components.Hosts;

/// <summary>Files through which a host is told things.</summary>
/// <param name="Summary">The Markdown of the run's page; null where there is none.</param>
/// <param name="Outputs">The outputs for later steps; null where there is none.</param>
public sealed record HostFiles(string? Summary = null, string? Outputs = null);
