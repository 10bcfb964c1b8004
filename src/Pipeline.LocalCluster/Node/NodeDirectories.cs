using Pipeline.LocalCluster.Hosting;
using Pipeline.LocalCluster.Node.Pods;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Node;

/// <summary>Where the node keeps what.</summary>
internal sealed class NodeDirectories(ClusterOptions options)
{
    private const int LogsOfFormerPods = 50;

    /// <summary>Unpacked images by digest.</summary>
    public string Images => Path.Combine(options.PodsDirectory, "images");

    /// <summary>One record for each running process.</summary>
    public string Processes => Path.Combine(options.PodsDirectory, "processes");

    /// <summary>The directories of pods: temporary files and kubeconfigs.</summary>
    public string Pods => Path.Combine(options.PodsDirectory, "run");

    /// <summary>The directory of one pod.</summary>
    public string Of(string podUid) => Path.Combine(Pods, podUid);

    /// <summary>The output of a container since its last start.</summary>
    public string LogOf(ResourceKey pod, string container) =>
        Path.Combine(options.LogsDirectory, $"{pod.Namespace}_{pod.Name}_{container}.log");

    /// <summary>The output of the run before that.</summary>
    public string PreviousLogOf(ResourceKey pod, string container) =>
        Path.ChangeExtension(LogOf(pod, container), ".previous.log");

    /// <summary>Removes the output of pods that are gone, except the latest, which may be of those that failed.</summary>
    public void RemoveOldLogs(IEnumerable<PodSpec> pods)
    {
        if (!Directory.Exists(options.LogsDirectory))
            return;
        var kept = pods.Select(pod => $"{pod.Namespace}_{pod.Name}_").ToList();
        var old = new DirectoryInfo(options.LogsDirectory)
            .EnumerateFiles("*_*_*.log")
            .Where(file => !kept.Any(pod => file.Name.StartsWith(pod, StringComparison.Ordinal)))
            .OrderByDescending(file => file.LastWriteTimeUtc)
            .Skip(LogsOfFormerPods)
            .ToList();
        old.ForEach(file => file.Delete());
    }
}
