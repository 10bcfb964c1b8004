namespace Pipeline.Core.Environments;

/// <summary>How many pods of each track come closest to a weight, where nothing but the number of pods divides the traffic.</summary>
/// <param name="Canary">Pods of the new version.</param>
/// <param name="Stable">Pods of the stable version.</param>
public sealed record ReplicaSplit(int Canary, int Stable)
{
    /// <summary>The share of the traffic that the new version gets in fact.</summary>
    public Percent ActualShare => Canary + Stable == 0 ? Percent.Zero : Percent.Of(100m * Canary / (Canary + Stable));

    /// <summary>The pods that come closest to a weight: Argo Rollouts' arithmetic for canaries without traffic routing.</summary>
    /// <param name="replicas">Pods of the environment at full size.</param>
    /// <param name="weight">Wanted share of the new version.</param>
    /// <param name="maySurge">Whether there may be one pod more than that.</param>
    public static ReplicaSplit Of(int replicas, Percent weight, bool maySurge)
    {
        if (replicas == 0)
            return new ReplicaSplit(0, 0);

        // OrderBy is stable: among candidates that are equally near the first one wins. For 25 pods at 98 % the rules leave none: a tie is
        // not rounded down, and rounding up would empty the stable track.
        return Candidates(replicas, weight, maySurge).OrderBy(split => split.DeviationFrom(weight)).FirstOrDefault()
            ?? new ReplicaSplit(replicas - 1, 1);
    }

    /// <summary>Pods that a weight needs where a route divides the traffic; the stable version keeps its full size.</summary>
    public static int ForRoute(int replicas, Percent weight) => weight.CeilingOf(replicas);

    /// <summary>By how many points the actual share misses a weight.</summary>
    public decimal DeviationFrom(Percent weight) => Math.Abs(ActualShare.Value - weight.Value);

    private static IEnumerable<ReplicaSplit> Candidates(int replicas, Percent weight, bool maySurge)
    {
        var exact = replicas * weight.Value / 100;
        var (ceiling, floor) = ((int)Math.Ceiling(exact), (int)Math.Floor(exact));
        var isTied = exact - floor == 0.5m;
        var mayEmptyATrack = weight == Percent.Zero || weight == Percent.Full || (replicas == 1 && !maySurge);
        var floorIsOpen = !isTied && (floor > 0 || mayEmptyATrack);

        if (ceiling < replicas || mayEmptyATrack)
            yield return new ReplicaSplit(ceiling, replicas - ceiling);
        if (floorIsOpen)
            yield return new ReplicaSplit(floor, replicas - floor);
        if (!maySurge)
            yield break;

        yield return new ReplicaSplit(ceiling, replicas + 1 - ceiling);
        if (floorIsOpen)
            yield return new ReplicaSplit(floor, replicas + 1 - floor);
    }
}
