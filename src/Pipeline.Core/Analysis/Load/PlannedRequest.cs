namespace Pipeline.Core.Analysis.Load;

/// <summary>A request that is due at a time whether or not the ones before it were answered.</summary>
/// <param name="Due">Time since the start of the load.</param>
/// <param name="Route">What to send.</param>
public sealed record PlannedRequest(TimeSpan Due, LoadRoute Route);
