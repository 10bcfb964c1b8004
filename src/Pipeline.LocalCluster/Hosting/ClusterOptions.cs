using Pipeline.LocalCluster.Hosting.Identity;

namespace Pipeline.LocalCluster.Hosting;

/// <summary>What the command line says: directories, and ports of which 0 means any free one.</summary>
public sealed record ClusterOptions
{
    /// <summary>Absolute path of the directory that holds everything of this cluster.</summary>
    public required string Root { get; init; }

    /// <summary>Absolute path of the OCI layout directory that images are read from.</summary>
    public required string Registry { get; init; }

    public int ApiPort { get; init; }

    public int GatewayPort { get; init; }

    /// <summary>The store's log and snapshot.</summary>
    public string StoreDirectory => Path.Combine(Root, "store");

    /// <summary>The node's: unpacked layers, working directories, output and process records of pods.</summary>
    public string PodsDirectory => Path.Combine(Root, "pods");

    /// <summary>The cluster's own log.</summary>
    public string LogsDirectory => Path.Combine(Root, "logs");

    public string Kubeconfig => Path.Combine(Root, "kubeconfig");

    public string PidFile => Path.Combine(Root, "pid");
}
