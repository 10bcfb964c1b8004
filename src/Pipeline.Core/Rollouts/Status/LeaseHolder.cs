namespace Pipeline.Core.Rollouts.Status;

/// <summary>Who is at work on an environment.</summary>
/// <param name="Name">Machine and process.</param>
/// <param name="Since">Since when; null when it does not say.</param>
public sealed record LeaseHolder(string Name, DateTimeOffset? Since);
