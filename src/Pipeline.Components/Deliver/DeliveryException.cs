using Pipeline.Core;

namespace Pipeline.Components.Deliver;

/// <summary>A deployment did not end with the new version; the exit code says how it ended.</summary>
/// <param name="message">How it ended, for people.</param>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
public sealed class DeliveryException(string message, int exitCode) : Exception(message)
{
    /// <summary>One of <see cref="Core.ExitCode"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
