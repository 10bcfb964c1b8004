using System.Globalization;
using k8s;
using k8s.Autorest;
using k8s.Models;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;

namespace Pipeline.Kubernetes.Routing;

/// <summary>Divides the traffic by the number of pods behind the Service of both tracks, which also bears weight and epoch.</summary>
/// <param name="client">The cluster.</param>
/// <param name="names">Names of the service's objects.</param>
/// <param name="environment">The environment.</param>
/// <param name="ratio">How pods are counted.</param>
public sealed class ReplicaRatioRouter(
    IKubernetes client,
    ObjectNames names,
    DeliveryEnvironment environment,
    TrafficRouting.ReplicaRatio ratio
) : PatchedRoute<V1Service>
{
    private const string WeightPath = "/metadata/annotations/pipeline.build~1weight-of-a";

    /// <summary>Changes the number of pods of a track.</summary>
    public required Func<Track, int, CancellationToken, Task> Scale { get; init; }

    /// <summary>Looks at the pods of a track.</summary>
    public required Func<Track, CancellationToken, Task<RolloutObservation.TrackSeen>> Observe { get; init; }

    /// <inheritdoc/>
    protected override string Name => $"Service {environment.Name}/{names.BothTracks}";

    /// <inheritdoc/>
    protected override string Lack => $"lacks the annotation {ObjectMarks.WeightAnnotation}";

    /// <summary>The split; a track that is to get nothing keeps its share until the pods of the other one are ready.</summary>
    public override async Task<TrafficSplit?> ReadAsync(CancellationToken cancellationToken)
    {
        var split = await base.ReadAsync(cancellationToken);
        if (split is null || (split.WeightOfA != Percent.Zero && split.WeightOfA != Percent.Full))
            return split;

        var (winner, loser) = split.WeightOfA == Percent.Full ? (Track.A, Track.B) : (Track.B, Track.A);
        var growing = await Observe(winner, cancellationToken);
        var left = await Observe(loser, cancellationToken);
        return growing.Ready >= environment.Replicas || left.Ready == 0
            ? split
            : TrafficSplit.Of(loser, ShareOf(left.Ready, left.Ready + growing.Ready), split.Epoch);
    }

    /// <summary>Writes the weight down, and then gives the other track the pods that it needs for it.</summary>
    public override async Task<WeightChange> SetAsync(
        Track track,
        Percent weight,
        long expectedEpoch,
        CancellationToken cancellationToken
    )
    {
        var noted = await base.ReadAsync(cancellationToken);
        // A return waits for pods, and asks again meanwhile.
        var change =
            noted?.WeightOf(track) == weight && noted.Epoch >= expectedEpoch
                ? new WeightChange.Applied(noted)
                : await base.SetAsync(track, weight, expectedEpoch, cancellationToken);
        if (change is WeightChange.Applied)
            await Scale(
                track.Other(),
                ReplicaSplit.Of(environment.Replicas, weight, ratio.MaySurge).Stable,
                cancellationToken
            );
        return change;
    }

    /// <inheritdoc/>
    protected override async Task<V1Service?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.CoreV1.ReadNamespacedServiceAsync(
                names.BothTracks,
                environment.Name,
                cancellationToken: cancellationToken
            );
        }
        catch (HttpOperationException missing) when (IsMissing(missing))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    protected override TrafficSplit? SplitOf(V1Service route) =>
        WeightTextOf(route) is { } text && decimal.TryParse(text, CultureInfo.InvariantCulture, out var weight)
            ? new TrafficSplit(Percent.Of(weight), EpochOf(route.Metadata))
            : null;

    /// <inheritdoc/>
    protected override IEnumerable<RoutePart> PartsOf(V1Service route, TrafficSplit wanted) =>
        [
            new RoutePart(
                WeightPath,
                WeightTextOf(route)!,
                WeightPath,
                wanted.WeightOfA.Value.ToString("0", CultureInfo.InvariantCulture)
            ),
        ];

    /// <inheritdoc/>
    protected override Task PatchAsync(string patch, CancellationToken cancellationToken) =>
        client.CoreV1.PatchNamespacedServiceAsync(
            new V1Patch(patch, V1Patch.PatchType.JsonPatch),
            names.BothTracks,
            environment.Name,
            fieldManager: ObjectMarks.Manager,
            cancellationToken: cancellationToken
        );

    private static string? WeightTextOf(V1Service route) =>
        route.Metadata.Annotations is { } annotations
        && annotations.TryGetValue(ObjectMarks.WeightAnnotation, out var text)
            ? text
            : null;
}
