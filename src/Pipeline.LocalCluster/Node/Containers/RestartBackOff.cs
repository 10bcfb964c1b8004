namespace Pipeline.LocalCluster.Node.Containers;

/// <summary>
/// How long to wait before the next attempt: not at all after the first failure, then 1 s, doubling up to 60 s (the values
/// that Kubernetes moves to with KEP-4603), from the beginning again after 10 minutes of running.
/// </summary>
internal readonly record struct RestartBackOff(int Failures)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Forgiven = TimeSpan.FromMinutes(10);

    /// <summary>The wait that is due now.</summary>
    public TimeSpan Delay
    {
        get
        {
            if (Failures < 2)
                return TimeSpan.Zero;
            var delay = First * Math.Pow(2, Math.Min(Failures - 2, 10));
            return delay < Longest ? delay : Longest;
        }
    }

    /// <summary>The state after another failure of something that ran so long.</summary>
    public RestartBackOff Fail(TimeSpan ran) => new(ran >= Forgiven ? 1 : Failures + 1);
}
