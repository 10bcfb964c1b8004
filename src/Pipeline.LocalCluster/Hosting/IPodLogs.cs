namespace Pipeline.LocalCluster.Hosting;

/// <summary>The output of containers, which the node keeps and the API server sends.</summary>
public interface IPodLogs
{
    /// <summary>Writes what is asked for to <paramref name="destination"/>; with follow, until the container ends or the caller cancels.</summary>
    Task WriteToAsync(PodLogRequest request, Stream destination, CancellationToken cancel);
}
