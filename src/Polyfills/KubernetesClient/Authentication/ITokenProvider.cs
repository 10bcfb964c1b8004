using System.Net.Http.Headers;

namespace k8s.Authentication;

/// <summary>Gives the token of a request, which may change over time.</summary>
public interface ITokenProvider
{
    Task<AuthenticationHeaderValue> GetAuthenticationHeaderAsync(CancellationToken cancellationToken);
}
