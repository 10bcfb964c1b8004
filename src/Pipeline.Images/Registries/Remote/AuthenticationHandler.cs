using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Pipeline.Images.Registries.Remote;

/// <summary>
/// Answers a registry's challenge, anonymously or with a credential, and remembers the answer for requests like it. A request whose body
/// cannot be sent twice must not be the first.
/// </summary>
sealed class AuthenticationHandler(Uri registry, RegistryCredential? credential, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    // Pulling and pushing need tokens of different scope.
    readonly ConcurrentDictionary<bool, AuthenticationHeaderValue> _known = new();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        // An upload may be sent to another host, which must not see our credential.
        var isOurs = request.RequestUri!.Authority == registry.Authority;
        var isRead = request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;
        if (isOurs && _known.TryGetValue(isRead, out var known))
            request.Headers.Authorization = known;

        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || !isOurs)
            return response;

        var answer = await AnswerAsync(response, cancellationToken);
        if (answer is null || answer.Equals(request.Headers.Authorization))
            return response;

        response.Dispose();
        _known[isRead] = answer;
        request.Headers.Authorization = answer;
        return await base.SendAsync(request, cancellationToken);
    }

    async Task<AuthenticationHeaderValue?> AnswerAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        if (BearerChallenge.Read(response.Headers) is { } challenge)
            return await FetchTokenAsync(challenge, cancellationToken);

        var asksForBasic = response.Headers.WwwAuthenticate.Any(header =>
            header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
        );
        return asksForBasic && credential is not null ? Basic(credential) : null;
    }

    async Task<AuthenticationHeaderValue?> FetchTokenAsync(
        BearerChallenge challenge,
        CancellationToken cancellationToken
    )
    {
        if (challenge.Realm.Scheme != Uri.UriSchemeHttps && registry.Scheme == Uri.UriSchemeHttps)
            throw new RegistryException(
                $"{registry.Authority} wants our credential sent to {challenge.Realm} without TLS; refused."
            );

        using var request = new HttpRequestMessage(HttpMethod.Get, challenge.TokenAddress());
        if (credential is not null)
            request.Headers.Authorization = Basic(credential);
        using var response = await base.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
            return null;

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new AuthenticationHeaderValue("Bearer", ReadToken(challenge.Realm, body));
    }

    static string ReadToken(Uri realm, byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.TryGetProperty("token", out var token) || root.TryGetProperty("access_token", out token))
                return token.GetString()!;
        }
        catch (JsonException exception)
        {
            throw new RegistryException(
                $"{realm}: expected a JSON object with a token: {exception.Message}",
                exception
            );
        }

        throw new RegistryException($"{realm}: expected 'token' or 'access_token' in the answer, found neither.");
    }

    static AuthenticationHeaderValue Basic(RegistryCredential credential) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credential.User}:{credential.Password}")));
}
