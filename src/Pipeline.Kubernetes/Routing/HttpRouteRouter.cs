using k8s;
using k8s.Autorest;
using k8s.Models;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Routing;

/// <summary>Divides the traffic by the weights of a Gateway API route.</summary>
/// <param name="client">The cluster.</param>
/// <param name="names">Names of the service's objects.</param>
/// <param name="environment">The environment, which is the namespace.</param>
public sealed class HttpRouteRouter(IKubernetes client, ObjectNames names, string environment) : PatchedRoute<HttpRoute>
{
    /// <inheritdoc/>
    protected override string Name => $"HTTPRoute {environment}/{names.Front}";

    /// <inheritdoc/>
    protected override string Lack =>
        $"has no rule with backends {names.ForTrack(Track.A)} and {names.ForTrack(Track.B)}";

    /// <inheritdoc/>
    protected override async Task<HttpRoute?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.CustomObjects.GetNamespacedCustomObjectAsync<HttpRoute>(
                HttpRoute.Group,
                HttpRoute.Version,
                environment,
                HttpRoute.Plural,
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
    protected override TrafficSplit? SplitOf(HttpRoute route)
    {
        if (TrackRules(route) is not [var first, ..])
            return null;

        decimal weightOfA = first.A.Backend.Weight ?? 1;
        return new TrafficSplit(ShareOf(weightOfA, weightOfA + (first.B.Backend.Weight ?? 1)), EpochOf(route.Metadata));
    }

    /// <inheritdoc/>
    protected override IEnumerable<RoutePart> PartsOf(HttpRoute route, TrafficSplit wanted) =>
        from rule in TrackRules(route)
        from place in new[] { (Track: Track.A, At: rule.A), (Track: Track.B, At: rule.B) }
        select new RoutePart(
            $"{place.At.Path}/name",
            place.At.Backend.Name,
            $"{place.At.Path}/weight",
            (int)wanted.WeightOf(place.Track).Value
        );

    /// <inheritdoc/>
    protected override Task PatchAsync(string patch, CancellationToken cancellationToken) =>
        client.CustomObjects.PatchNamespacedCustomObjectAsync<HttpRoute>(
            new V1Patch(patch, V1Patch.PatchType.JsonPatch),
            HttpRoute.Group,
            HttpRoute.Version,
            environment,
            HttpRoute.Plural,
            names.Front,
            fieldManager: ObjectMarks.Manager,
            cancellationToken: cancellationToken
        );

    private IReadOnlyList<(Place A, Place B)> TrackRules(HttpRoute route) =>
        [
            .. from rule in Enumerable.Range(0, route.Spec.Rules.Count)
            let a = Find(route, rule, names.ForTrack(Track.A))
            let b = Find(route, rule, names.ForTrack(Track.B))
            where a is not null && b is not null
            select (a, b),
        ];

    private static Place? Find(HttpRoute route, int rule, string backend) =>
        (route.Spec.Rules[rule].BackendRefs ?? [])
            .Select((each, i) => new Place($"/spec/rules/{rule}/backendRefs/{i}", each))
            .FirstOrDefault(place => place.Backend.Name == backend);

    private sealed record Place(string Path, HttpRouteBackend Backend);
}
