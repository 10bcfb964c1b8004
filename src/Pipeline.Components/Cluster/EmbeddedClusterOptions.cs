namespace Pipeline.Components.Cluster;

/// <summary>Where the embedded cluster lives and listens.</summary>
/// <param name="Program">Its program, a .dll.</param>
/// <param name="Root">Folder of its state.</param>
/// <param name="Registry">OCI layout that it takes images from.</param>
/// <param name="ApiPort">Port of its API on loopback; 0 is any free one.</param>
/// <param name="GatewayPort">Port of its gateway on loopback; 0 is any free one.</param>
public sealed record EmbeddedClusterOptions(string Program, string Root, string Registry, int ApiPort, int GatewayPort)
{
    /// <summary>Name of the context in its kubeconfig.</summary>
    public const string Context = "pipeline-local";

    /// <summary>Its kubeconfig.</summary>
    public string Kubeconfig => Path.Combine(Root, "kubeconfig");

    /// <summary>The file that says which process it is.</summary>
    public string PidFile => Path.Combine(Root, "pid");

    /// <summary>A file for each process that it runs.</summary>
    public string PodRecords => Path.Combine(Root, "pods", "processes");
}
