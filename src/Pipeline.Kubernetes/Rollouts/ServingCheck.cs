using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Rollouts;

/// <summary>Finds out whether a track serves what it should: the pods of a cluster that was just started are still on their way.</summary>
/// <param name="tracks">The track's pods.</param>
/// <param name="smoke">What a serving track answers.</param>
/// <param name="deadline">How long the pods may take.</param>
/// <param name="clock">The time.</param>
public sealed class ServingCheck(TrackOperations tracks, SmokeCheck smoke, TimeSpan deadline, TimeProvider clock)
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(200);

    // Pods that were restarted are in trouble for a moment, and nobody needs to hear of it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Waits until the track serves; the result is what keeps it from that at the deadline, or null.</summary>
    /// <param name="track">The track.</param>
    /// <param name="trouble">Is told, in the cluster's words, each new reason why pods are not ready.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string?> ProblemOfAsync(Track track, Action<string> trouble, CancellationToken cancellationToken)
    {
        var told = new HashSet<string>();
        for (var began = clock.GetTimestamp(); ; await Task.Delay(PollEvery, clock, cancellationToken))
        {
            var seen = await tracks.ObserveAsync(track, cancellationToken);
            var problem = seen.Ready < seen.Desired ? $"{seen.Ready} of {seen.Desired} pods are ready" : null;
            if (seen.Trouble is { } reason)
            {
                problem = $"{problem}: {reason}";
                if (clock.GetElapsedTime(began) >= Patience && told.Add(reason))
                    trouble(reason);
            }

            problem ??= await smoke.AskAsync(track, cancellationToken) is { Passed: false } failed
                ? failed.Detail
                : null;
            if (problem is null || clock.GetElapsedTime(began) >= deadline)
                return problem;
        }
    }
}
