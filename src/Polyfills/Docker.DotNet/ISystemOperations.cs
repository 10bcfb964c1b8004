using Docker.DotNet.Models;

namespace Docker.DotNet;

/// <summary>What an engine says about itself.</summary>
public interface ISystemOperations
{
    Task<VersionResponse> GetVersionAsync(CancellationToken cancellationToken = default);
}
