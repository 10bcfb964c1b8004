using System.Globalization;

namespace Octokit;

/// <summary>The token's requests of this hour are used up.</summary>
public class RateLimitExceededException(IResponse response) : ForbiddenException(response)
{
    /// <summary>When there are requests again.</summary>
    public DateTimeOffset Reset { get; } =
        response.Headers.TryGetValue("X-RateLimit-Reset", out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.MinValue;
}
