namespace UserService.Metrics;

/// <summary>Counts of the requests to one route with one method; written by many threads without a lock.</summary>
sealed class RequestCounters
{
    /// <summary>
    /// Upper edges in seconds. 0.5 and 1 are the limits by which a release is judged, so they must be edges.
    /// </summary>
    public static readonly double[] EdgesInSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    const int FirstStatus = 100;
    const int StatusCount = 500;

    readonly long[] _byStatus = new long[StatusCount];
    readonly long[] _byDuration = new long[EdgesInSeconds.Length + 1];
    long _totalTicks;

    public void Observe(int status, TimeSpan duration)
    {
        Interlocked.Increment(ref _byStatus[Math.Clamp(status - FirstStatus, 0, StatusCount - 1)]);
        Interlocked.Increment(ref _byDuration[BucketOf(duration.TotalSeconds)]);
        Interlocked.Add(ref _totalTicks, duration.Ticks);
    }

    /// <summary>The number of requests by status code, without those that did not occur.</summary>
    public IEnumerable<(int Status, long Count)> ByStatus() =>
        _byStatus
            .Select((_, index) => (index + FirstStatus, Volatile.Read(ref _byStatus[index])))
            .Where(entry => entry.Item2 > 0);

    /// <summary>The number of requests that took at most each edge, then the number of all.</summary>
    public long[] CumulativeByDuration()
    {
        var cumulative = new long[_byDuration.Length];
        var sum = 0L;
        for (var i = 0; i < cumulative.Length; i++)
            cumulative[i] = sum += Volatile.Read(ref _byDuration[i]);
        return cumulative;
    }

    public TimeSpan TotalDuration => TimeSpan.FromTicks(Volatile.Read(ref _totalTicks));

    static int BucketOf(double seconds)
    {
        var bucket = 0;
        while (bucket < EdgesInSeconds.Length && seconds > EdgesInSeconds[bucket])
            bucket++;
        return bucket;
    }
}
