using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Hosting;

/// <summary>The query parameters of <c>pods/NAME/log</c>.</summary>
public sealed record PodLogRequest(ResourceKey Pod, string Container)
{
    /// <summary>The output of the run before the last restart.</summary>
    public bool Previous { get; init; }

    public bool Follow { get; init; }

    /// <summary>Only so many last lines.</summary>
    public int? TailLines { get; init; }

    /// <summary>At most so many bytes.</summary>
    public long? LimitBytes { get; init; }
}
