using System.Threading.Channels;
using Pipeline.LocalCluster.Events;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Node.Pods;

/// <summary>Writes the node's events in their order, without anybody having to wait for the disk.</summary>
internal sealed class PodEvents : IAsyncDisposable
{
    private readonly Channel<(StoredObject Pod, EventSeverity Severity, string Reason, string Message)> _queue =
        Channel.CreateUnbounded<(StoredObject, EventSeverity, string, string)>();
    private readonly Task _writing;

    public PodEvents(EventRecorder recorder) => _writing = WriteAsync(recorder);

    public void Normal(StoredObject pod, string reason, string message) =>
        _queue.Writer.TryWrite((pod, EventSeverity.Normal, reason, message));

    public void Warning(StoredObject pod, string reason, string message) =>
        _queue.Writer.TryWrite((pod, EventSeverity.Warning, reason, message));

    /// <summary>Writes what is still waiting.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAsync(EventRecorder recorder)
    {
        await foreach (var (pod, severity, reason, message) in _queue.Reader.ReadAllAsync())
        {
            var component = reason == "Scheduled" ? "default-scheduler" : "kubelet";
            await recorder.RecordAsync(pod, severity, reason, message, component);
        }
    }
}
