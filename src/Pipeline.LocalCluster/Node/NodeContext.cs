using Pipeline.LocalCluster.Hosting;
using Pipeline.LocalCluster.Node.Pods;
using Pipeline.LocalCluster.Node.Probes;
using Pipeline.LocalCluster.Node.Processes;
using Pipeline.LocalCluster.Node.Unpacking;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Node;

/// <summary>What all pods of the node share.</summary>
internal sealed record NodeContext
{
    /// <summary>The name of the one node.</summary>
    public const string NodeName = "local";

    public required IResourceStore Store { get; init; }

    public required NodeDirectories Directories { get; init; }

    public required IServiceAccountKubeconfigs Kubeconfigs { get; init; }

    public required ImageCache Images { get; init; }

    public required ChildLedger Ledger { get; init; }

    public required ProbeClient Probes { get; init; }

    public required PodAddresses Addresses { get; init; }

    public required PodEvents Events { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Log { get; init; }
}
