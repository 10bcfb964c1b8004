using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GatewayCost;

/// <summary>Requests over 16 connections, as cheap as they can be made.</summary>
internal static class Load
{
    private const int Connections = 16;
    private static readonly byte[] Request = Encoding.ASCII.GetBytes(
        "GET /users HTTP/1.1\r\nHost: bench.localhost\r\n\r\n"
    );

    /// <summary>The latencies in milliseconds, in order, of as many requests as can be answered.</summary>
    public static Task<IReadOnlyList<double>> AtMostAsync(string address, TimeSpan duration) =>
        RunAsync(address, duration, _ => Task.CompletedTask);

    /// <summary>The latencies in milliseconds, in order, of requests that begin at a steady rate.</summary>
    public static Task<IReadOnlyList<double>> AtRateAsync(string address, int perSecond, TimeSpan duration)
    {
        var begun = 0;
        return RunAsync(
            address,
            duration,
            elapsed =>
            {
                var due = TimeSpan.FromSeconds((double)Interlocked.Increment(ref begun) / perSecond);
                return due > elapsed ? Task.Delay(due - elapsed) : Task.CompletedTask;
            }
        );
    }

    public static double Percentile(IReadOnlyList<double> ordered, int percent) =>
        ordered[Math.Min(ordered.Count - 1, ordered.Count * percent / 100)];

    private static async Task<IReadOnlyList<double>> RunAsync(
        string address,
        TimeSpan duration,
        Func<TimeSpan, Task> turn
    )
    {
        var clock = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(ConnectionAsync)));
        return [.. all.SelectMany(latencies => latencies).Order()];

        async Task<List<double>> ConnectionAsync()
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.NoDelay = true;
            await socket.ConnectAsync(IPEndPoint.Parse(address));
            var answer = new byte[4096];
            var latencies = new List<double>();
            while (clock.Elapsed < duration)
            {
                await turn(clock.Elapsed);
                var start = Stopwatch.GetTimestamp();
                await socket.SendAsync(Request);
                await ReceiveAsync(socket, answer);
                latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return latencies;
        }
    }

    // The origin answers in chunks of its own, the last of which is empty.
    private static async Task ReceiveAsync(Socket socket, byte[] answer)
    {
        var length = 0;
        while (length < 5 || !answer.AsSpan(0, length).EndsWith("0\r\n\r\n"u8))
        {
            var received = await socket.ReceiveAsync(answer.AsMemory(length));
            if (received == 0)
                throw new InvalidOperationException("the connection was closed");
            length += received;
        }

        if (!answer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8))
            throw new InvalidOperationException(Encoding.ASCII.GetString(answer, 0, length));
    }
}
