using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Core;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Routing;

/// <summary>Reads the weights of the two tracks off a route, and writes the patch (RFC 6902) that changes them.</summary>
internal static class RouteWeights
{
    private const string EpochPath = "/metadata/annotations/pipeline.build~1epoch";

    /// <summary>The split of the first rule that has both tracks; null when there is none.</summary>
    public static TrafficSplit? SplitOf(HttpRoute route, ObjectNames names)
    {
        if (TrackRules(route, names) is not [var first, ..])
            return null;

        decimal weightOfA = first.A.Backend.Weight ?? 1;
        decimal sum = weightOfA + (first.B.Backend.Weight ?? 1);
        return new TrafficSplit(sum == 0 ? Percent.Zero : Percent.Of(100 * weightOfA / sum), EpochOf(route));
    }

    /// <summary>Sets the weights and the epoch, on condition that backends and epoch are those that were read.</summary>
    /// <exception cref="ArgumentException">The weight is no whole number of percent, which is all that a route can carry.</exception>
    public static string Patch(HttpRoute route, ObjectNames names, TrafficSplit wanted)
    {
        if (wanted.WeightOfA.Value % 1 != 0)
            throw new ArgumentException($"a route carries whole percents, not {wanted.WeightOfA}", nameof(wanted));

        var tests = new List<JsonNode> { Operation("test", EpochPath, EpochText(EpochOf(route))) };
        var changes = new List<JsonNode> { Operation("replace", EpochPath, EpochText(wanted.Epoch)) };
        foreach (var (a, b) in TrackRules(route, names))
        foreach (var (track, place) in new[] { (Track.A, a), (Track.B, b) })
        {
            tests.Add(Operation("test", $"{place.Path}/name", place.Backend.Name));
            changes.Add(Operation("replace", $"{place.Path}/weight", (int)wanted.WeightOf(track).Value));
        }

        return new JsonArray([.. tests, .. changes]).ToJsonString();
    }

    private static IReadOnlyList<(Place A, Place B)> TrackRules(HttpRoute route, ObjectNames names) =>
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

    private static long EpochOf(HttpRoute route) =>
        route.Metadata.Annotations is { } annotations
        && annotations.TryGetValue(ObjectMarks.EpochAnnotation, out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
            ? epoch
            : 0;

    private static string EpochText(long epoch) => epoch.ToString(CultureInfo.InvariantCulture);

    private static JsonObject Operation(string operation, string path, JsonNode value) =>
        new()
        {
            ["op"] = operation,
            ["path"] = path,
            ["value"] = value,
        };

    private sealed record Place(string Path, HttpRouteBackend Backend);
}
