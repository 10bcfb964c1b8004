namespace Pipeline.LocalCluster.Node.Processes;

/// <summary>A process could not be started; the message says what was missing.</summary>
internal sealed class LaunchException(string message) : Exception(message);
