using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Gateway.Routing;

/// <summary>
/// What the gateway reads of an HTTPRoute. Every route of the cluster is served, whichever Gateway its <c>parentRefs</c> name.
/// </summary>
internal sealed record HttpRoute
{
    public required string Namespace { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Hosts in lower case, perhaps <c>*.example.com</c>; none means every host.</summary>
    public required ImmutableArray<string> Hostnames { get; init; }

    public required ImmutableArray<RouteRule> Rules { get; init; }

    /// <summary>What keeps the route from working as written, each naming the field; empty for one that is wholly supported.</summary>
    public IEnumerable<string> Problems => Rules.Select(rule => rule.Problem).OfType<string>();

    public static HttpRoute Read(JsonObject content)
    {
        var metadata = content["metadata"];
        var ns = metadata.Text("namespace") ?? "";
        return new HttpRoute
        {
            Namespace = ns,
            Name = metadata.Text("name") ?? "",
            Created = metadata.Time("creationTimestamp") ?? default,
            Hostnames = [.. content.Texts("spec", "hostnames").Select(host => host.ToLowerInvariant())],
            Rules =
            [
                .. content.Items("spec", "rules").Select((rule, index) => ReadRule(rule, ns, $"spec.rules[{index}]")),
            ],
        };
    }

    private static RouteRule ReadRule(JsonNode rule, string ns, string path)
    {
        var matches = rule.Items("matches").ToList();
        return new RouteRule
        {
            Matches = matches.Count == 0 ? [new RequestMatch()] : [.. matches.Select(ReadMatch)],
            Backends = [.. rule.Items("backendRefs").Select(backend => ReadBackend(backend, ns))],
            Problem = Unsupported(rule, ns, path).FirstOrDefault(),
        };
    }

    private static RequestMatch ReadMatch(JsonNode match) =>
        new()
        {
            Path = new PathMatch(match.Text("path", "type") == "Exact", match.Text("path", "value") ?? "/"),
            Method = match.Text("method"),
            Headers = ReadValues(match, "headers"),
            Query = ReadValues(match, "queryParams"),
        };

    private static ImmutableArray<KeyValuePair<string, string>> ReadValues(JsonNode match, string field) =>
        [.. match.Items(field).Select(item => KeyValuePair.Create(item.Text("name") ?? "", item.Text("value") ?? ""))];

    private static BackendReference ReadBackend(JsonNode backend, string ns) =>
        new(
            backend.Text("namespace") ?? ns,
            backend.Text("name") ?? "",
            backend.Int("port") ?? 0,
            backend.Int("weight") ?? 1
        );

    private static IEnumerable<string> Unsupported(JsonNode rule, string ns, string path)
    {
        foreach (var (filter, index) in rule.Items("filters").Select((filter, index) => (filter, index)))
            yield return $"{path}.filters[{index}]: {filter.Text("type")} is not supported by the embedded cluster";

        foreach (var (match, index) in rule.Items("matches").Select((match, index) => (match, index)))
        {
            IEnumerable<JsonNode?> typed = [match.At("path"), .. match.Items("headers"), .. match.Items("queryParams")];
            if (typed.Any(value => value.Text("type") is not (null or "Exact" or "PathPrefix")))
                yield return $"{path}.matches[{index}]: only Exact and PathPrefix are supported by the embedded cluster";
        }

        foreach (var (backend, index) in rule.Items("backendRefs").Select((backend, index) => (backend, index)))
        {
            if (backend.Text("kind") is not (null or "Service"))
                yield return $"{path}.backendRefs[{index}].kind: {backend.Text("kind")} is not supported by the embedded cluster, only Service";
            if (backend.Text("namespace") is { } other && other != ns)
                yield return $"{path}.backendRefs[{index}].namespace: {other} is another namespace, and the embedded cluster has no ReferenceGrant";
        }
    }
}
