using System.Net;
using k8s;
using k8s.Autorest;
using k8s.Models;
using Pipeline.Core;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Routing;

/// <summary>Divides the traffic by the weights of a Gateway API route.</summary>
/// <param name="client">The cluster.</param>
/// <param name="names">Names of the service's objects.</param>
/// <param name="environment">The environment, which is the namespace.</param>
public sealed class HttpRouteRouter(IKubernetes client, ObjectNames names, string environment) : ITrafficRouter
{
    /// <inheritdoc/>
    public async Task<TrafficSplit?> ReadAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { } route ? RouteWeights.SplitOf(route, names) : null;

    /// <inheritdoc/>
    public async Task<WeightChange> SetAsync(
        Track track,
        Percent weight,
        long expectedEpoch,
        CancellationToken cancellationToken
    )
    {
        var route = await FindAsync(cancellationToken);
        var wanted = TrafficSplit.Of(track, weight, expectedEpoch + 1);
        if (route is null || RouteWeights.SplitOf(route, names)?.Epoch != expectedEpoch)
            return Compared(route, wanted);

        try
        {
            await PatchAsync(RouteWeights.Patch(route, names, wanted), cancellationToken);
            return new WeightChange.Applied(wanted);
        }
        catch (HttpOperationException refusal)
            when (refusal.Response?.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict)
        {
            var now = await FindAsync(cancellationToken);
            // A route that nobody touched was not fenced off: the server objects to the change itself.
            if (now is not null && RouteWeights.SplitOf(now, names) == RouteWeights.SplitOf(route, names))
                throw;
            return Compared(now, wanted);
        }
    }

    private WeightChange Compared(HttpRoute? route, TrafficSplit wanted)
    {
        var found = route is null ? null : RouteWeights.SplitOf(route, names);
        if (found == wanted)
            return new WeightChange.Applied(wanted);

        var what =
            route is null ? "does not exist"
            : found is null ? $"has no rule with backends {names.ForTrack(Track.A)} and {names.ForTrack(Track.B)}"
            : $"is at epoch {found.Epoch} with {found.WeightOfA} on track a, expected epoch {wanted.Epoch - 1}";
        return new WeightChange.SomeoneElseActed(found, $"HTTPRoute {environment}/{names.Front} {what}");
    }

    private async Task<HttpRoute?> FindAsync(CancellationToken cancellationToken)
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
        catch (HttpOperationException missing) when (missing.Response?.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private Task PatchAsync(string patch, CancellationToken cancellationToken) =>
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
}
