namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>How the new version's pods fared; a dead pod reports no errors, so this is evidence too.</summary>
/// <param name="Restarts">Restarts of its containers since the stage began.</param>
/// <param name="NotReady">Pods that should be ready and are not.</param>
public sealed record TrackHealth(int Restarts, int NotReady)
{
    /// <summary>All pods ready, none restarted.</summary>
    public static TrackHealth Good { get; } = new(0, 0);
}
