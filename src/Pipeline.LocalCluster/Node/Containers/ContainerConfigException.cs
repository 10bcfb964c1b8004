namespace Pipeline.LocalCluster.Node.Containers;

/// <summary>A container cannot be started yet, because something that its specification refers to is not there.</summary>
internal sealed class ContainerConfigException(string message) : Exception(message);
