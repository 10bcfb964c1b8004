using System.Net.Http.Headers;
using System.Text.Json;
using Docker.DotNet.Models;

namespace Docker.DotNet;

internal sealed class ImageOperations(EngineHttp http) : IImageOperations
{
    public async Task BuildImageFromDockerfileAsync(
        ImageBuildParameters parameters,
        Stream contents,
        IEnumerable<AuthConfig> authConfigs,
        IDictionary<string, string> headers,
        IProgress<JSONMessage> progress,
        CancellationToken cancellationToken
    )
    {
        using var archive = new StreamContent(contents);
        archive.Headers.ContentType = new MediaTypeHeaderValue("application/tar");
        using var response = await http.StreamAsync(
                HttpMethod.Post,
                $"build?{BuildQuery.Of(parameters)}",
                archive,
                [.. headers ?? new Dictionary<string, string>(), .. RegistryHeader.Of(authConfigs)],
                cancellationToken
            )
            .ConfigureAwait(false);
        var answer = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var messages = JsonSerializer.DeserializeAsyncEnumerable<JSONMessage>(
            answer,
            topLevelValues: true,
            cancellationToken: cancellationToken
        );
        await foreach (var message in messages.ConfigureAwait(false))
            progress.Report(message);
    }

    public async Task<Stream> SaveImageAsync(string name, CancellationToken cancellationToken)
    {
        var response = await http.StreamAsync(HttpMethod.Get, $"images/{name}/get", null, [], cancellationToken)
            .ConfigureAwait(false);
        return await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }
}
