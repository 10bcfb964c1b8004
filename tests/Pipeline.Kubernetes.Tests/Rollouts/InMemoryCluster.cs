using System.Collections.Immutable;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Kubernetes.Rollouts;

namespace Pipeline.Kubernetes.Tests.Rollouts;

/// <summary>Store and world in one, whose executor can be made to die after any of its writes.</summary>
internal sealed class InMemoryCluster : IRolloutWorld, IRolloutStore
{
    private readonly Dictionary<Track, (Revision? Revision, int Replicas)> tracks = new()
    {
        [Track.A] = (Serving, 5),
        [Track.B] = (null, 0),
    };

    private long epoch;

    public static RolloutState Start { get; } =
        RolloutState.Of(
            new RolloutPlan
            {
                Id = "user-service-production-1",
                Environment = "production",
                Kind = RolloutKind.TwoTrack,
                Strategy = "canary",
                Target = Track.B,
                To = RevisionOf('b'),
                From = Serving,
                Replicas = 5,
                Stages =
                [
                    new PlannedStage(Percent.Of(5), 1, TimeSpan.FromMinutes(5)),
                    new PlannedStage(Percent.Full, 5, TimeSpan.FromMinutes(5)),
                ],
                ReadinessDeadline = TimeSpan.FromMinutes(2),
                Standby = TimeSpan.FromMinutes(30),
            },
            epoch: 0,
            DateTimeOffset.UtcNow
        );

    public RolloutState? Saved { get; private set; }

    /// <summary>What a person asks of the rollout.</summary>
    public OperatorRequest? Request { get; set; }

    public List<(RolloutPhase Phase, RolloutPhase? SavedPhase)> Effects { get; } = [];

    /// <summary>What changed in the cluster, without requests that changed nothing.</summary>
    public List<string> Changes { get; } = [];

    public int Writes { get; private set; }

    public int? DiesAfterWrite { get; set; }

    public Action OnJudging { get; init; } = () => { };

    public Action<InMemoryCluster> OnHeld { get; init; } = _ => { };

    public Percent Weight { get; private set; } = Percent.Zero;

    public Track Front { get; private set; } = Track.A;

    private static Revision Serving => RevisionOf('a');

    public Task<RolloutState?> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(Saved);

    public Task SaveAsync(RolloutState state, CancellationToken cancellationToken)
    {
        Saved = state;
        return CountWrite();
    }

    public Task<OperatorRequest?> PendingAsync(RolloutState state, CancellationToken cancellationToken) =>
        Task.FromResult(Request is { } request && !state.HasSeen(request) ? request : null);

    public Task CarryOutAsync(RolloutState state, RolloutEffect effect, CancellationToken cancellationToken)
    {
        Effects.Add((state.Phase, Saved?.Phase));
        switch (effect)
        {
            case RolloutEffect.Install install:
                Change(tracks[install.Track] != (install.Revision, install.Replicas), $"install {install}");
                tracks[install.Track] = (install.Revision, install.Replicas);
                break;
            case RolloutEffect.Scale scale:
                Change(tracks[scale.Track].Replicas != scale.Replicas, $"scale {scale}");
                tracks[scale.Track] = tracks[scale.Track] with { Replicas = scale.Replicas };
                break;
            case RolloutEffect.SetWeight set when set.ExpectedEpoch == epoch:
                Change(true, $"weight {set}");
                Weight = set.Weight;
                epoch++;
                break;
            case RolloutEffect.SwitchFront front:
                Change(Front != front.Track, $"front {front}");
                Front = front.Track;
                break;
        }

        return CountWrite();
    }

    public Task<RolloutObservation> ObserveAsync(RolloutState state, CancellationToken cancellationToken)
    {
        if (state.Phase == RolloutPhase.Judging)
            OnJudging();
        if (state.Phase == RolloutPhase.Held)
            OnHeld(this);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<RolloutObservation>(
            state.Phase switch
            {
                RolloutPhase.Checking => new RolloutObservation.Checked(true, "answered 200"),
                RolloutPhase.Shifting or RolloutPhase.Returning => new RolloutObservation.WeightSeen(Weight, epoch),
                RolloutPhase.Held => new RolloutObservation.Elapsed(),
                RolloutPhase.Judging => new RolloutObservation.Judged(RolloutOutcome.Promoted, "proved"),
                RolloutPhase.Promoting => new RolloutObservation.FrontSeen(Front),
                _ => new RolloutObservation.TrackSeen(Track.B, tracks[Track.B].Replicas, tracks[Track.B].Replicas),
            }
        );
    }

    private void Change(bool really, string what)
    {
        if (really)
            Changes.Add(what);
    }

    private Task CountWrite() => ++Writes == DiesAfterWrite ? throw new ExecutorDiedException() : Task.CompletedTask;

    private static Revision RevisionOf(char digit) =>
        new($"sha256:{new string(digit, 64)}", ConfigurationHash.Of(ImmutableSortedDictionary<string, string>.Empty));
}
