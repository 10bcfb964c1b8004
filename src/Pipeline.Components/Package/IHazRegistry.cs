using Nuke.Common;
using Pipeline.Components.Cluster;
using Pipeline.Images.Registries;

namespace Pipeline.Components.Package;

/// <summary>Knows where images are pushed to: the embedded registry unless another is named.</summary>
public interface IHazRegistry : IHazCluster
{
    /// <summary>A repository of a registry.</summary>
    [Parameter(
        "Repository that images are pushed to, such as registry.example.org/team/user-service; without it the embedded registry"
    )]
    string? Registry => TryGetValue(() => Registry);

    /// <summary>Whether registries on other hosts are spoken to without TLS.</summary>
    [Parameter("Speaks to registries on other hosts without TLS")]
    bool InsecureRegistry => TryGetValue<bool?>(() => InsecureRegistry) ?? false;

    /// <summary>Opens the registry that has, or gets, the images of this run.</summary>
    async Task<IImageRegistry> OpenRegistryAsync(CancellationToken cancellationToken) =>
        await RegistryAddress.Parse(Registry ?? RegistryDirectory).OpenAsync(InsecureRegistry, cancellationToken);
}
