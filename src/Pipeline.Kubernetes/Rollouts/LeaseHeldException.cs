namespace Pipeline.Kubernetes.Rollouts;

/// <summary>Another executor is at work on the environment.</summary>
/// <param name="environment">The environment.</param>
/// <param name="holder">Who it is.</param>
/// <param name="since">Since when it holds the lease.</param>
public sealed class LeaseHeldException(string environment, string holder, DateTimeOffset? since)
    : Exception(
        $"{environment}: {holder} has been rolling out since {since?.ToLocalTime():HH:mm:ss}; wait until it ends, or stop it there"
    );
