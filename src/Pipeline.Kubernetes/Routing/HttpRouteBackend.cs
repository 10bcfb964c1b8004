namespace Pipeline.Kubernetes.Routing;

/// <summary>A Service and its share of the requests of a rule.</summary>
/// <param name="Name">Name of the Service.</param>
/// <param name="Port">Its port.</param>
/// <param name="Weight">Its share in relation to those of the others; null means 1.</param>
public sealed record HttpRouteBackend(string Name, int? Port, int? Weight);
