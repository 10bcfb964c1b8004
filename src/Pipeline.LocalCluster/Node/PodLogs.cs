using System.Buffers;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Hosting;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Node;

/// <summary>Reads the files that containers write their output to.</summary>
internal sealed class PodLogs(IResourceStore store, NodeDirectories directories, TimeProvider time) : IPodLogs
{
    private const int ChunkSize = 16 * 1024;
    private static readonly TimeSpan FollowInterval = TimeSpan.FromMilliseconds(100);

    public async Task WriteToAsync(PodLogRequest request, Stream destination, CancellationToken cancel)
    {
        var path = request.Previous
            ? directories.PreviousLogOf(request.Pod, request.Container)
            : directories.LogOf(request.Pod, request.Container);
        if (!File.Exists(path))
            return;

        var run = RunOf(request);
        await using var log = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        if (request.TailLines is { } lines)
            log.Position = StartOfLast(log, lines);
        var left = request.LimitBytes ?? long.MaxValue;
        while (true)
        {
            // Whether it has ended is asked before reading, so that what it wrote last is not missed.
            var hasEnded = !request.Follow || request.Previous || !IsRunning(request, run);
            left -= await CopyAsync(log, destination, left, cancel);
            if (hasEnded || left <= 0)
                return;
            await destination.FlushAsync(cancel);
            await Task.Delay(FollowInterval, time, cancel);
        }
    }

    private JsonNode? StatusOf(PodLogRequest request) =>
        store
            .Find(request.Pod)
            ?.Content.Items("status", "containerStatuses")
            .FirstOrDefault(status => status.Text("name") == request.Container);

    private string? RunOf(PodLogRequest request) => StatusOf(request).Text("containerID");

    private bool IsRunning(PodLogRequest request, string? run) =>
        StatusOf(request) is { } status
        && status.Text("containerID") == run
        && status.At("state", "running") is not null;

    private static async Task<long> CopyAsync(Stream from, Stream to, long limit, CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            var copied = 0L;
            while (copied < limit)
            {
                var room = (int)Math.Min(buffer.Length, limit - copied);
                var read = await from.ReadAsync(buffer.AsMemory(0, room), cancel);
                if (read == 0)
                    break;
                await to.WriteAsync(buffer.AsMemory(0, read), cancel);
                copied += read;
            }

            return copied;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Where the last lines begin, found by reading backwards.</summary>
    private static long StartOfLast(FileStream log, int lines)
    {
        var chunk = new byte[ChunkSize];
        var breaks = 0;
        for (var end = log.Length; end > 0; )
        {
            var start = Math.Max(0, end - ChunkSize);
            log.Position = start;
            log.ReadExactly(chunk, 0, (int)(end - start));
            for (var i = (int)(end - start) - 1; i >= 0; i--)
            {
                // The break that ends the last line does not begin another one.
                var isBreak = chunk[i] == '\n' && start + i + 1 < log.Length;
                if (isBreak && ++breaks == lines || lines == 0)
                    return start + i + 1;
            }

            end = start;
        }

        return 0;
    }
}
