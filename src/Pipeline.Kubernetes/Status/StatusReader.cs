using k8s;
using k8s.Models;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Core.Rollouts.Status;
using Pipeline.Kubernetes.Rollouts;
using Pipeline.Kubernetes.Routing;

namespace Pipeline.Kubernetes.Status;

/// <summary>Reads what an environment looks like, without changing anything.</summary>
/// <param name="client">The cluster.</param>
/// <param name="names">Names of the service's objects.</param>
/// <param name="environment">Name of the environment, which is the namespace.</param>
/// <param name="clock">The time.</param>
public sealed class StatusReader(IKubernetes client, ObjectNames names, string environment, TimeProvider clock)
{
    public required TrackOperations Tracks { get; init; }

    public required ITrafficRouter Router { get; init; }

    public required IRolloutStore Store { get; init; }

    /// <summary>The environment as it is now.</summary>
    public async Task<EnvironmentStatus> ReadAsync(CancellationToken cancellationToken)
    {
        var split = await Router.ReadAsync(cancellationToken);
        var front = await Tracks.FrontAsync(cancellationToken);
        var history = new RevisionHistory(client, names, environment);
        return new EnvironmentStatus
        {
            Environment = environment,
            At = clock.GetUtcNow(),
            Rollout = await Store.LoadAsync(cancellationToken),
            Executor = await RolloutLease.HolderAsync(client, names, environment, clock, cancellationToken),
            Tracks =
            [
                await ReadAsync(Track.A, split, front, cancellationToken),
                await ReadAsync(Track.B, split, front, cancellationToken),
            ],
            History = [.. await history.ReadAsync(cancellationToken)],
        };
    }

    private async Task<TrackStatus> ReadAsync(
        Track track,
        TrafficSplit? split,
        Track? front,
        CancellationToken cancellationToken
    )
    {
        var seen = await Tracks.ObserveAsync(track, cancellationToken);
        var pods = await client.CoreV1.ListNamespacedPodAsync(
            environment,
            labelSelector: $"{ObjectMarks.NameLabel}={names.Service},{ObjectMarks.TrackLabel}={track.Label()}",
            cancellationToken: cancellationToken
        );
        return new TrackStatus
        {
            Track = track,
            Revision = await Tracks.RevisionAsync(track, cancellationToken),
            Weight = split?.WeightOf(track),
            IsFront = front == track,
            Desired = seen.Desired,
            Ready = seen.Ready,
            Pods = [.. pods.Items.OrderBy(pod => pod.Metadata.Name, StringComparer.Ordinal).Select(StatusOf)],
        };
    }

    private static PodStatus StatusOf(V1Pod pod)
    {
        var containers = pod.Status?.ContainerStatuses ?? [];
        return new PodStatus(
            pod.Metadata.Name,
            containers.Count > 0 && containers.All(container => container.Ready),
            containers.Sum(container => container.RestartCount),
            TrackReadiness.TroubleOf([pod])
        );
    }
}
