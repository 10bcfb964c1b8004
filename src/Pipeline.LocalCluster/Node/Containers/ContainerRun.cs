using Pipeline.LocalCluster.Node.Processes;

namespace Pipeline.LocalCluster.Node.Containers;

/// <summary>A container's process with what is written down about it.</summary>
internal sealed record ContainerRun(ChildRecord Record, ChildProcess Process);
