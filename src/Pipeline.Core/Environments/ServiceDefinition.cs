using System.Collections.Immutable;
using Pipeline.Core.Evidence.Signing;

namespace Pipeline.Core.Environments;

/// <summary>The service that is delivered, and the environments it passes through in order.</summary>
public sealed record ServiceDefinition
{
    /// <summary>Name of the service, its image and its objects: a DNS label.</summary>
    public required string Name { get; init; }

    /// <summary>Project file relative to the repository root.</summary>
    public required string Project { get; init; }

    /// <summary>Port that every pod and Service listens on.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>Requests to this route and below it are the service's traffic; smoke checks read it.</summary>
    public required string TrafficRoute { get; init; }

    /// <summary>Environments in the order of promotion.</summary>
    public required ImmutableArray<DeliveryEnvironment> Environments { get; init; }

    /// <summary>Keys whose statements open an environment of a real cluster; without one, nothing does.</summary>
    public ImmutableArray<TrustedKey> TrustedKeys { get; init; } = [];

    /// <summary>Names of the service's objects.</summary>
    public ObjectNames Names => new(Name);

    /// <summary>The environment of the given name.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public DeliveryEnvironment Environment(string name) =>
        Environments.FirstOrDefault(environment => environment.Name == name)
        ?? throw new ArgumentException(
            $"{Name} has no environment '{name}'; it has {string.Join(", ", Environments.Select(environment => environment.Name))}",
            nameof(name)
        );
}
