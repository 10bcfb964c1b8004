using System.Collections.Immutable;
using Pipeline.LocalCluster.Node.Containers;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Node.Pods;

/// <summary>What the node reads of a pod.</summary>
internal sealed record PodSpec
{
    private const string TemporaryFiles = "/tmp";
    private static readonly TimeSpan DefaultGrace = TimeSpan.FromSeconds(30);

    /// <summary>The pod as stored when it was read.</summary>
    public required StoredObject Stored { get; init; }

    public required string Uid { get; init; }

    /// <summary>The node that runs it, or null if none does yet.</summary>
    public required string? NodeName { get; init; }

    public required ImmutableArray<ContainerSpec> Containers { get; init; }

    public required RestartPolicy RestartPolicy { get; init; }

    /// <summary>How long its processes have from being asked to end to being killed.</summary>
    public required TimeSpan Grace { get; init; }

    /// <summary>The account that it speaks to the API as, or null for none.</summary>
    public required string? ServiceAccount { get; init; }

    /// <summary>Whether somebody asked for its deletion.</summary>
    public required bool IsDeleted { get; init; }

    public string Namespace => Stored.Key.Namespace;

    public string Name => Stored.Key.Name;

    /// <summary>What the pod asks for and the node cannot do, naming the field; null if nothing.</summary>
    public string? Problem =>
        Containers
            .SelectMany(container => container.Mounts.Select(mount => (container.Name, mount)))
            .Where(it => it.mount.Value.TrimEnd('/') != TemporaryFiles)
            .Select(it =>
                $"container {it.Name}: volume {it.mount.Key} is mounted at {it.mount.Value}; the embedded cluster, "
                + $"whose processes see the machine's files, can only mount at {TemporaryFiles} (as TMPDIR)"
            )
            .FirstOrDefault();

    public static PodSpec Read(StoredObject stored)
    {
        var spec = stored.Content["spec"];
        var metadata = stored.Content["metadata"];
        return new PodSpec
        {
            Stored = stored,
            Uid = metadata.Text("uid") ?? "",
            NodeName = spec.Text("nodeName"),
            Containers = [.. spec.Items("containers").Select(ContainerSpec.Read)],
            RestartPolicy = Enum.TryParse<RestartPolicy>(spec.Text("restartPolicy"), out var policy) ? policy : default,
            Grace = Seconds(metadata.Int("deletionGracePeriodSeconds") ?? spec.Int("terminationGracePeriodSeconds")),
            ServiceAccount = spec.Text("serviceAccountName") is { } account and not "default" ? account : null,
            IsDeleted = metadata.Text("deletionTimestamp") is not null,
        };
    }

    private static TimeSpan Seconds(int? seconds) => seconds is { } it ? TimeSpan.FromSeconds(it) : DefaultGrace;
}
