using System.Globalization;

namespace Octokit;

/// <summary>Too many requests of one kind in a short time, in GitHub's older words.</summary>
public class AbuseException(IResponse response) : ForbiddenException(response)
{
    /// <summary>How many seconds to wait; null when GitHub does not say.</summary>
    public int? RetryAfterSeconds { get; } =
        response.Headers.TryGetValue("Retry-After", out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : null;
}
