using Pipeline.Images;
using Pipeline.LocalCluster.Node.Containers;
using Pipeline.LocalCluster.Node.Pods;
using Pipeline.LocalCluster.Node.Unpacking;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Node;

/// <summary>Brings together, at the start, what is in the store and what an earlier cluster process left on the machine.</summary>
internal static class NodeRecovery
{
    /// <summary>
    /// The pods with their processes that still run. Processes and files of pods that are gone are removed, and so are images
    /// that no pod names.
    /// </summary>
    public static async Task<IReadOnlyList<(PodSpec Pod, IReadOnlyDictionary<string, ContainerRun> Adopted)>> RunAsync(
        NodeContext node
    )
    {
        var pods = node.Store.List(GroupResource.Pods).Items.Select(PodSpec.Read).ToDictionary(pod => pod.Uid);
        var runs = await AdoptAsync(node, pods);
        node.Images.Prune(pods.Values.SelectMany(pod => pod.Containers).SelectMany(DigestOf).ToHashSet());
        RemoveAbandoned(node.Directories, pods.Keys);
        node.Directories.RemoveOldLogs(pods.Values);
        return [.. pods.Values.Select(pod => (pod, ByContainer(runs[pod.Uid])))];
    }

    private static async Task<ILookup<string, ContainerRun>> AdoptAsync(
        NodeContext node,
        IReadOnlyDictionary<string, PodSpec> pods
    )
    {
        var adopted = new List<ContainerRun>();
        foreach (var (record, process) in node.Ledger.Recover())
        {
            var isWanted =
                pods.TryGetValue(record.PodUid, out var pod)
                && pod.Containers.Any(container => container.Name == record.Container);
            if (process is not null && isWanted)
            {
                adopted.Add(new ContainerRun(record, process));
                node.Addresses.Keep(record.PodIp);
                continue;
            }

            await node.Ledger.EndAsync(record, process);
        }

        return adopted.ToLookup(run => run.Record.PodUid);
    }

    private static IReadOnlyDictionary<string, ContainerRun> ByContainer(IEnumerable<ContainerRun> runs) =>
        runs.ToDictionary(run => run.Record.Container);

    private static void RemoveAbandoned(NodeDirectories directories, IEnumerable<string> uids)
    {
        if (!Directory.Exists(directories.Pods))
            return;
        var kept = uids.Select(directories.Of).ToHashSet();
        foreach (
            var abandoned in Directory.EnumerateDirectories(directories.Pods).Where(it => !kept.Contains(it)).ToList()
        )
            Directory.Delete(abandoned, recursive: true);
    }

    private static IEnumerable<Digest> DigestOf(ContainerSpec container)
    {
        try
        {
            return [ImageReference.DigestOf(container.Image)];
        }
        catch (ImagePullException)
        {
            return [];
        }
    }
}
