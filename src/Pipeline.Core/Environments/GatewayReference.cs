namespace Pipeline.Core.Environments;

/// <summary>The Gateway that an environment's HTTPRoute attaches to.</summary>
/// <param name="Namespace">Namespace of the Gateway object.</param>
/// <param name="Name">Name of the Gateway object.</param>
public sealed record GatewayReference(string Namespace, string Name);
