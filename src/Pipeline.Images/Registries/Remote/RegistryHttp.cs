using System.Net;
using System.Text.Json;

namespace Pipeline.Images.Registries.Remote;

/// <summary>Sends requests about one repository and turns refusals into sentences.</summary>
sealed class RegistryHttp(HttpClient client, RegistryReference reference)
{
    const int MaxErrorBytes = 64 * 1024;

    public string Location => $"{reference.Host}/{reference.Repository}";

    /// <summary>The address of something in the repository, such as <c>manifests/latest</c>.</summary>
    public Uri Address(string path) => new(client.BaseAddress!, $"v2/{reference.Repository}/{path}");

    /// <summary>An address that the registry gave, which may be relative.</summary>
    public Uri Absolute(Uri location) => new(client.BaseAddress!, location);

    /// <summary>Sends the request; any status but those expected becomes a <see cref="RegistryException"/>.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken,
        params HttpStatusCode[] expected
    )
    {
        var response = await SendAnyAsync(request, cancellationToken);
        if (expected.Contains(response.StatusCode))
            return response;

        using (response)
        {
            throw new RegistryException(await ExplainAsync(request, response, cancellationToken))
            {
                MayPass = RetryHandler.IsPassing(response.StatusCode),
            };
        }
    }

    async Task<HttpResponseMessage> SendAnyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception exception)
            when (exception is HttpRequestException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            var message = $"{request.Method} {request.RequestUri} failed: {exception.Message}";
            throw new RegistryException(message, exception) { MayPass = true };
        }
    }

    static async Task<string> ExplainAsync(
        HttpRequestMessage request,
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var body = await ReadAtMostAsync(response, cancellationToken);
        var advice = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => " Log in with docker login, or give a user and password.",
            HttpStatusCode.Forbidden => " The credential is known, but has no right to do this.",
            HttpStatusCode.MethodNotAllowed => " The registry does not allow this.",
            _ => "",
        };
        return $"{request.Method} {request.RequestUri} was answered with {(int)response.StatusCode} {response.StatusCode}{Errors(body)}.{advice}";
    }

    static async Task<byte[]> ReadAtMostAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxErrorBytes];
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return buffer[..read];
    }

    // {"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}, distribution specification "Error Codes".
    static string Errors(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var errors = document
                .RootElement.GetProperty("errors")
                .EnumerateArray()
                .Select(error =>
                    $"{error.GetProperty("code").GetString()}: {error.GetProperty("message").GetString()}"
                );
            return $" ({string.Join("; ", errors)})";
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "";
        }
    }
}
