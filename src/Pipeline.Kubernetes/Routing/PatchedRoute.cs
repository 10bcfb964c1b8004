using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using k8s.Autorest;
using k8s.Models;
using Pipeline.Core;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Routing;

/// <summary>An object whose weights are changed by one JSON patch (RFC 6902), on condition that it is as it was last seen.</summary>
/// <typeparam name="TRoute">The object.</typeparam>
public abstract class PatchedRoute<TRoute> : ITrafficRouter
    where TRoute : class
{
    private const string EpochPath = "/metadata/annotations/pipeline.build~1epoch";

    /// <summary>Kind, namespace and name, for people.</summary>
    protected abstract string Name { get; }

    /// <summary>What an object lacks that does not divide the traffic between the tracks.</summary>
    protected abstract string Lack { get; }

    /// <inheritdoc/>
    public virtual async Task<TrafficSplit?> ReadAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { } route ? SplitOf(route) : null;

    /// <inheritdoc/>
    public virtual async Task<WeightChange> SetAsync(
        Track track,
        Percent weight,
        long expectedEpoch,
        CancellationToken cancellationToken
    )
    {
        var route = await FindAsync(cancellationToken);
        var wanted = TrafficSplit.Of(track, weight, expectedEpoch + 1);
        if (route is null || SplitOf(route)?.Epoch != expectedEpoch)
            return Compared(route, wanted);

        try
        {
            await PatchAsync(PatchOf(route, wanted), cancellationToken);
            return new WeightChange.Applied(wanted);
        }
        catch (HttpOperationException refusal)
            when (refusal.Response?.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict)
        {
            var now = await FindAsync(cancellationToken);
            // A route that nobody touched was not fenced off: the server objects to the change itself.
            if (now is not null && SplitOf(now) == SplitOf(route))
                throw;
            return Compared(now, wanted);
        }
    }

    /// <summary>The object; null when there is none.</summary>
    protected abstract Task<TRoute?> FindAsync(CancellationToken cancellationToken);

    /// <summary>The split that it makes; null when it does not divide the traffic between the tracks.</summary>
    protected abstract TrafficSplit? SplitOf(TRoute route);

    /// <summary>The parts that a split depends on, each with its present and its wanted value.</summary>
    protected abstract IEnumerable<RoutePart> PartsOf(TRoute route, TrafficSplit wanted);

    /// <summary>Sends the patch.</summary>
    protected abstract Task PatchAsync(string patch, CancellationToken cancellationToken);

    /// <summary>The epoch of an object, 0 when it never had one.</summary>
    protected static long EpochOf(V1ObjectMeta metadata) =>
        metadata.Annotations is { } annotations
        && annotations.TryGetValue(ObjectMarks.EpochAnnotation, out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
            ? epoch
            : 0;

    /// <summary>The share of a weight in a sum of weights.</summary>
    protected static Percent ShareOf(decimal weight, decimal sum) =>
        sum == 0 ? Percent.Zero : Percent.Of(100 * weight / sum);

    /// <summary>Whether an answer says that there is no such object.</summary>
    protected static bool IsMissing(HttpOperationException problem) =>
        problem.Response?.StatusCode == HttpStatusCode.NotFound;

    private string PatchOf(TRoute route, TrafficSplit wanted)
    {
        if (wanted.WeightOfA.Value % 1 != 0)
            throw new ArgumentException($"a route carries whole percents, not {wanted.WeightOfA}", nameof(wanted));

        var parts = PartsOf(route, wanted).ToList();
        return new JsonArray([
            Operation("test", EpochPath, EpochText(SplitOf(route)!.Epoch)),
            .. parts.Select(part => Operation("test", part.ConditionPath, part.Condition)),
            Operation("replace", EpochPath, EpochText(wanted.Epoch)),
            .. parts.Select(part => Operation("replace", part.Path, part.Value)),
        ]).ToJsonString();
    }

    private WeightChange Compared(TRoute? route, TrafficSplit wanted)
    {
        var found = route is null ? null : SplitOf(route);
        if (found == wanted)
            return new WeightChange.Applied(wanted);

        var what =
            route is null ? "does not exist"
            : found is null ? Lack
            : $"is at epoch {found.Epoch} with {found.WeightOfA} on track a, expected epoch {wanted.Epoch - 1}";
        return new WeightChange.SomeoneElseActed(found, $"{Name} {what}");
    }

    private static JsonNode EpochText(long epoch) => epoch.ToString(CultureInfo.InvariantCulture);

    private static JsonObject Operation(string operation, string path, JsonNode value) =>
        new()
        {
            ["op"] = operation,
            ["path"] = path,
            ["value"] = value,
        };
}
