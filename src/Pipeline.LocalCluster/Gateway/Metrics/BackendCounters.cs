using System.Collections.Immutable;

namespace Pipeline.LocalCluster.Gateway.Metrics;

/// <summary>Requests by status and their latencies of one backend, counted without locks.</summary>
internal sealed class BackendCounters(string ns, string service)
{
    /// <summary>Upper edges in seconds; 0.5 and 1 are the limits that environments are judged by.</summary>
    public static readonly ImmutableArray<double> Edges =
    [
        0.001,
        0.0025,
        0.005,
        0.01,
        0.025,
        0.05,
        0.1,
        0.25,
        0.5,
        1,
        2.5,
        5,
        10,
    ];

    private const int StatusLimit = 600;

    private readonly long[] _byStatus = new long[StatusLimit];
    private readonly long[] _byEdge = new long[Edges.Length + 1];
    private long _ticks;

    public string Namespace => ns;

    public string Service => service;

    /// <summary>Counts one answered request.</summary>
    public void Count(int status, TimeSpan latency)
    {
        Interlocked.Increment(ref _byStatus[Math.Clamp(status, 0, StatusLimit - 1)]);
        Interlocked.Add(ref _ticks, latency.Ticks);
        var edge = 0;
        while (edge < Edges.Length && latency.TotalSeconds > Edges[edge])
            edge++;
        Interlocked.Increment(ref _byEdge[edge]);
    }

    /// <summary>The statuses that occurred, each with its number of requests.</summary>
    public IEnumerable<(int Status, long Requests)> Statuses()
    {
        for (var status = 0; status < StatusLimit; status++)
        {
            if (Interlocked.Read(ref _byStatus[status]) is > 0 and var requests)
                yield return (status, requests);
        }
    }

    /// <summary>The requests up to each edge, cumulated; the last number is that of all requests.</summary>
    public IEnumerable<long> Cumulated()
    {
        var sum = 0L;
        for (var edge = 0; edge < _byEdge.Length; edge++)
            yield return sum += Interlocked.Read(ref _byEdge[edge]);
    }

    /// <summary>The sum of all latencies.</summary>
    public TimeSpan Total() => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));
}
