using k8s;
using k8s.Autorest;
using k8s.Models;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Routing;

/// <summary>Divides the traffic by the weights of an Istio VirtualService between the subsets of both tracks.</summary>
/// <param name="client">The cluster.</param>
/// <param name="names">Names of the service's objects.</param>
/// <param name="environment">The environment, which is the namespace.</param>
public sealed class IstioRouter(IKubernetes client, ObjectNames names, string environment)
    : PatchedRoute<VirtualService>
{
    /// <inheritdoc/>
    protected override string Name => $"VirtualService {environment}/{names.Front}";

    /// <inheritdoc/>
    protected override string Lack => $"has no rule with the subsets a and b of host {names.BothTracks}";

    /// <inheritdoc/>
    protected override async Task<VirtualService?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.CustomObjects.GetNamespacedCustomObjectAsync<VirtualService>(
                VirtualService.Group,
                VirtualService.Version,
                environment,
                VirtualService.Plural,
                names.Front,
                cancellationToken
            );
        }
        catch (HttpOperationException missing) when (IsMissing(missing))
        {
            return null;
        }
    }

    /// <summary>The split of the first rule that has both tracks.</summary>
    protected override TrafficSplit? SplitOf(VirtualService route)
    {
        if (TrackRules(route) is not [var first, ..])
            return null;

        decimal weightOfA = first.A.Destination.Weight ?? 0;
        return new TrafficSplit(
            ShareOf(weightOfA, weightOfA + (first.B.Destination.Weight ?? 0)),
            EpochOf(route.Metadata)
        );
    }

    /// <inheritdoc/>
    protected override IEnumerable<RoutePart> PartsOf(VirtualService route, TrafficSplit wanted) =>
        from rule in TrackRules(route)
        from place in new[] { (Track: Track.A, At: rule.A), (Track: Track.B, At: rule.B) }
        select new RoutePart(
            $"{place.At.Path}/destination/subset",
            place.Track.Label(),
            $"{place.At.Path}/weight",
            (int)wanted.WeightOf(place.Track).Value
        );

    /// <inheritdoc/>
    protected override Task PatchAsync(string patch, CancellationToken cancellationToken) =>
        client.CustomObjects.PatchNamespacedCustomObjectAsync<VirtualService>(
            new V1Patch(patch, V1Patch.PatchType.JsonPatch),
            VirtualService.Group,
            VirtualService.Version,
            environment,
            VirtualService.Plural,
            names.Front,
            fieldManager: ObjectMarks.Manager,
            cancellationToken: cancellationToken
        );

    private IReadOnlyList<(Place A, Place B)> TrackRules(VirtualService route)
    {
        var rules = route.Spec.Http ?? [];
        return
        [
            .. from rule in Enumerable.Range(0, rules.Count)
            let a = Find(rules[rule], rule, Track.A)
            let b = Find(rules[rule], rule, Track.B)
            where a is not null && b is not null
            select (a, b),
        ];
    }

    private Place? Find(VirtualServiceRule rule, int index, Track track) =>
        (rule.Route ?? [])
            .Select((each, i) => new Place($"/spec/http/{index}/route/{i}", each))
            .FirstOrDefault(place =>
                place.Destination.Destination.Host == names.BothTracks
                && place.Destination.Destination.Subset == track.Label()
            );

    private sealed record Place(string Path, WeightedDestination Destination);
}
