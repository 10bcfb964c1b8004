namespace Pipeline.Kubernetes.Routing;

/// <summary>Which requests a route takes from which gateways, and where it sends them.</summary>
/// <param name="ParentRefs">The gateways that it attaches to.</param>
/// <param name="Hostnames">The hosts that it answers for.</param>
/// <param name="Rules">The rules, of which the first that matches a request applies.</param>
public sealed record HttpRouteSpec(
    IReadOnlyList<HttpRouteParent> ParentRefs,
    IReadOnlyList<string> Hostnames,
    IReadOnlyList<HttpRouteRule> Rules
);
