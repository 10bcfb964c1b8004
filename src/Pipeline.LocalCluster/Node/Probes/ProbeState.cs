namespace Pipeline.LocalCluster.Node.Probes;

/// <summary>
/// What a probe's results so far mean, and when it is due again. Times are since the container's start. Until its first
/// success an eager probe is repeated ten times a second, so that a pod is ready as soon as its service is; such a repetition
/// can succeed but does not count as a failure, so the thresholds keep their meaning.
/// </summary>
internal sealed record ProbeState
{
    private static readonly TimeSpan EagerPeriod = TimeSpan.FromMilliseconds(100);

    private ProbeState(ProbeSpec spec) => Spec = spec;

    /// <summary>When to probe next.</summary>
    public TimeSpan Due { get; private init; }

    /// <summary>True once the success threshold is met, false once the failure threshold is; null before either.</summary>
    public bool? Verdict { get; private init; }

    /// <summary>Whether the last result was a failure that counts.</summary>
    public bool CountedFailure { get; private init; }

    private ProbeSpec Spec { get; }

    private bool Eager { get; init; }

    private int Successes { get; init; }

    private int Failures { get; init; }

    private TimeSpan FailureCountsFrom { get; init; }

    /// <summary>The state before the first probe.</summary>
    /// <param name="spec">Periods and thresholds.</param>
    /// <param name="eager">Whether something waits for the first success.</param>
    /// <param name="at">When probing begins.</param>
    public static ProbeState Begin(ProbeSpec spec, bool eager, TimeSpan at)
    {
        var first = at > spec.InitialDelay ? at : spec.InitialDelay;
        return new ProbeState(spec)
        {
            Eager = eager,
            Due = first,
            FailureCountsFrom = first,
        };
    }

    /// <summary>The state after a probe that was answered at <paramref name="at"/>.</summary>
    public ProbeState Observe(bool success, TimeSpan at) => success ? Succeed(at) : Fail(at);

    private ProbeState Succeed(TimeSpan at) =>
        this with
        {
            Eager = false,
            Due = at + Spec.Period,
            Verdict = Successes + 1 >= Spec.SuccessThreshold ? true : Verdict,
            CountedFailure = false,
            Successes = Successes + 1,
            Failures = 0,
            FailureCountsFrom = at,
        };

    private ProbeState Fail(TimeSpan at)
    {
        var counts = at >= FailureCountsFrom;
        var failures = Failures + (counts ? 1 : 0);
        return this with
        {
            Due = at + (Eager && EagerPeriod < Spec.Period ? EagerPeriod : Spec.Period),
            Verdict = failures >= Spec.FailureThreshold ? false : Verdict,
            CountedFailure = counts,
            Successes = 0,
            Failures = failures,
            FailureCountsFrom = counts ? at + Spec.Period : FailureCountsFrom,
        };
    }
}
