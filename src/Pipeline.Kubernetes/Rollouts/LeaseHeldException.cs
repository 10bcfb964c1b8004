using System.Globalization;

namespace Pipeline.Kubernetes.Rollouts;

/// <summary>Another executor is at work on the environment.</summary>
/// <param name="environment">The environment.</param>
/// <param name="holder">Who it is.</param>
/// <param name="since">Since when it holds the lease; null when it does not say.</param>
public sealed class LeaseHeldException(string environment, string holder, DateTimeOffset? since)
    : Exception($"{environment}: {holder} is rolling out{Since(since)}; wait until it ends, or stop it there")
{
    private static string Since(DateTimeOffset? since) =>
        since is { } time ? string.Create(CultureInfo.InvariantCulture, $", since {time.ToLocalTime():HH:mm:ss}") : "";
}
