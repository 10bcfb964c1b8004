using System.Net.Http.Headers;

namespace k8s.Authentication;

/// <summary>A token in a file that is replaced before the token expires; the file is read again every minute.</summary>
public class TokenFileAuth : ITokenProvider
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly string tokenFile;
    private readonly TimeProvider time;
    private string token;
    private DateTimeOffset readAt;

    public TokenFileAuth(string tokenFile)
        : this(tokenFile, TimeProvider.System) { }

    internal TokenFileAuth(string tokenFile, TimeProvider time)
    {
        this.tokenFile = tokenFile;
        this.time = time;
    }

    public async Task<AuthenticationHeaderValue> GetAuthenticationHeaderAsync(CancellationToken cancellationToken)
    {
        if (token is null || time.GetUtcNow() - readAt >= Lifetime)
        {
            token = (await File.ReadAllTextAsync(tokenFile, cancellationToken).ConfigureAwait(false)).Trim();
            readAt = time.GetUtcNow();
        }

        return new AuthenticationHeaderValue("Bearer", token);
    }
}
