using System.Text.Json;
using Docker.DotNet.Models;

namespace Docker.DotNet;

internal sealed class SystemOperations(EngineHttp http) : ISystemOperations
{
    public async Task<VersionResponse> GetVersionAsync(CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<VersionResponse>(
            await http.ReadAsync("version", cancellationToken).ConfigureAwait(false)
        );
}
