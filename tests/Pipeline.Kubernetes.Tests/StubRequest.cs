namespace Pipeline.Kubernetes.Tests;

/// <summary>A request that a stub received; the path is decoded and has the query behind it.</summary>
internal sealed record StubRequest(string Method, string Path, string? ContentType, string Body);
