using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;

namespace Pipeline.Kubernetes.Simulation;

/// <summary>The pods of a track in a simulation.</summary>
/// <param name="Desired">How many it should have.</param>
/// <param name="Since">When all of them are ready; null for never.</param>
internal sealed record VirtualTrack(int Desired, DateTimeOffset? Since)
{
    public static Dictionary<Track, VirtualTrack> Before(RolloutPlan plan)
    {
        var serving = plan.Kind == RolloutKind.TwoTrack ? plan.Stable : plan.Target;
        return Enum.GetValues<Track>()
            .ToDictionary(
                track => track,
                track => new VirtualTrack(track == serving ? plan.Replicas : 0, DateTimeOffset.MinValue)
            );
    }

    public int ReadyAt(DateTimeOffset now) => Since <= now ? Desired : 0;
}
