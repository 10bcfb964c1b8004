using Nuke.Common;
using Pipeline.Components.Deliver;
using Pipeline.Core.Environments;

namespace Pipeline.Components;

/// <summary>Works on one environment of the service.</summary>
public interface IHazEnvironment : IHazDelivery
{
    /// <summary>Name of the environment.</summary>
    [Parameter("Environment to look at or to act on; Status shows all of them without it")]
    string? Environment => TryGetValue(() => Environment);

    /// <summary>The definition of the environment that <see cref="Environment"/> names.</summary>
    /// <exception cref="DeliveryException">It names none.</exception>
    DeliveryEnvironment NamedEnvironment()
    {
        var names = string.Join(", ", Service.Environments.Select(environment => environment.Name));
        return Service.Environments.FirstOrDefault(environment => environment.Name == Environment)
            ?? throw new DeliveryException(
                Environment is null
                    ? $"--environment is missing: name one of {names}"
                    : $"--environment is '{Environment}': {Service.Name} has {names}",
                Core.ExitCode.BuildFailed
            );
    }
}
