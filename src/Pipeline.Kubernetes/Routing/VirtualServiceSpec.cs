namespace Pipeline.Kubernetes.Routing;

/// <summary>Which requests a VirtualService takes, and where it sends them.</summary>
/// <param name="Hosts">The hosts that it answers for.</param>
/// <param name="Gateways">The gateways that it is bound to; <c>mesh</c> for traffic inside the mesh.</param>
/// <param name="Http">The rules, of which the first that matches a request applies.</param>
public sealed record VirtualServiceSpec(
    IReadOnlyList<string> Hosts,
    IReadOnlyList<string> Gateways,
    IReadOnlyList<VirtualServiceRule>? Http
);
