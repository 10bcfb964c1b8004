namespace Pipeline.Core.Rollouts.Simulation;

/// <summary>How the two versions answer from some moment on; shares lie between 0 and 1.</summary>
public sealed record TrafficCondition
{
    /// <summary>The least weight of the new version, in percent, at which this holds.</summary>
    public int FromWeight { get; init; }

    /// <summary>The least time since the start at which this holds, in seconds.</summary>
    public double FromSeconds { get; init; }

    /// <summary>Share of the new version's requests that are answered with an error.</summary>
    public double ErrorRate { get; init; }

    /// <summary>Share of the new version's requests that take longer than a second.</summary>
    public double SlowRate { get; init; }

    /// <summary>Share of the stable version's requests that are answered with an error.</summary>
    public double StableErrorRate { get; init; }

    internal IEnumerable<string> Problems()
    {
        foreach (
            var (key, share) in new[]
            {
                ("errorRate", ErrorRate),
                ("slowRate", SlowRate),
                ("stableErrorRate", StableErrorRate),
            }
        )
        {
            if (share is not (>= 0 and <= 1))
                yield return $"{key} is {share}: a share lies between 0 and 1";
        }

        if (FromWeight is < 0 or > 100)
            yield return $"fromWeight is {FromWeight}: a weight lies between 0 and 100";
        if (FromSeconds < 0)
            yield return $"fromSeconds is {FromSeconds}: it must not be negative";
    }
}
