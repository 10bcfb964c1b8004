using System.Collections.Immutable;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;

namespace Pipeline.Components.Tests.Deliver;

/// <summary>The rollout of a canary with two stages.</summary>
internal static class SampleRollout
{
    public static Revision Revision { get; } =
        new($"sha256:{new string('a', 64)}", ConfigurationHash.Of(ImmutableSortedDictionary<string, string>.Empty));

    /// <summary>Before anything has happened.</summary>
    public static RolloutState Begin { get; } =
        RolloutState.Of(
            new RolloutPlan
            {
                Id = "user-service-production-3",
                Environment = "production",
                Kind = RolloutKind.TwoTrack,
                Strategy = "canary",
                Target = Track.B,
                To = Revision,
                From = Revision,
                Replicas = 5,
                Stages =
                [
                    new PlannedStage(Percent.Of(5), 1, TimeSpan.FromMinutes(5)),
                    new PlannedStage(Percent.Full, 5, TimeSpan.FromMinutes(5)),
                ],
                ReadinessDeadline = TimeSpan.FromMinutes(2),
                Standby = TimeSpan.FromMinutes(30),
            },
            epoch: 7,
            DateTimeOffset.UnixEpoch
        );
}
