namespace Pipeline.LocalCluster.Gateway.Routing;

/// <summary>A Service and its port as an HTTPRoute rule names them, with the share of the requests that it gets.</summary>
internal sealed record BackendReference(string Namespace, string Service, int Port, int Weight);
