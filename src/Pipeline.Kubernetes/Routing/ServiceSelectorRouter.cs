using k8s;
using k8s.Autorest;
using k8s.Models;
using Pipeline.Core;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Routing;

/// <summary>Gives one track all the traffic: by the selector of the front Service.</summary>
/// <param name="client">The cluster.</param>
/// <param name="names">Names of the service's objects.</param>
/// <param name="environment">The environment, which is the namespace.</param>
public sealed class ServiceSelectorRouter(IKubernetes client, ObjectNames names, string environment)
    : PatchedRoute<V1Service>
{
    private const string SelectorPath = "/spec/selector/pipeline.build~1track";

    /// <inheritdoc/>
    protected override string Name => $"Service {environment}/{names.Front}";

    /// <inheritdoc/>
    protected override string Lack => $"selects pods without the label {ObjectMarks.TrackLabel}";

    /// <inheritdoc/>
    protected override async Task<V1Service?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.CoreV1.ReadNamespacedServiceAsync(
                names.Front,
                environment,
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
        TrackOf(route) is { } track ? TrafficSplit.Of(track, Percent.Full, EpochOf(route.Metadata)) : null;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The weight is neither 0 nor 100.</exception>
    protected override IEnumerable<RoutePart> PartsOf(V1Service route, TrafficSplit wanted)
    {
        if (wanted.WeightOfA != Percent.Zero && wanted.WeightOfA != Percent.Full)
            throw new ArgumentException(
                $"the selector of a Service knows 0 % and 100 %, not {wanted.WeightOfA}",
                nameof(wanted)
            );

        var before = TrackOf(route)!.Value.Label();
        var after = (wanted.WeightOfA == Percent.Full ? Track.A : Track.B).Label();
        return [new RoutePart(SelectorPath, before, SelectorPath, after)];
    }

    /// <inheritdoc/>
    protected override Task PatchAsync(string patch, CancellationToken cancellationToken) =>
        client.CoreV1.PatchNamespacedServiceAsync(
            new V1Patch(patch, V1Patch.PatchType.JsonPatch),
            names.Front,
            environment,
            fieldManager: ObjectMarks.Manager,
            cancellationToken: cancellationToken
        );

    private static Track? TrackOf(V1Service front) =>
        front.Spec?.Selector is { } selector && selector.TryGetValue(ObjectMarks.TrackLabel, out var label)
            ? TrackNames.FromLabel(label)
            : null;
}
