using System.Text.Json;
using Docker.DotNet.Models;

namespace Docker.DotNet;

/// <summary>The credentials for the registries that a build pulls from: a header with Base64 of JSON.</summary>
internal static class RegistryHeader
{
    public static IEnumerable<KeyValuePair<string, string>> Of(IEnumerable<AuthConfig> authConfigs)
    {
        var byServer = authConfigs?.ToDictionary(config => config.ServerAddress);
        if (byServer is { Count: > 0 })
            yield return new(
                "X-Registry-Config",
                Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(byServer))
            );
    }
}
