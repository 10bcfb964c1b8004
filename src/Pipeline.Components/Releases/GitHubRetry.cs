using System.Globalization;
using System.Net;
using Octokit;
using Serilog;

namespace Pipeline.Components.Releases;

/// <summary>Repeats requests that GitHub refused because there were too many, or could not answer.</summary>
/// <param name="time">The clock that waits are measured by.</param>
/// <seealso href="https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api"/>
internal sealed class GitHubRetry(TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Longer than this nobody is kept waiting: an hourly limit that is used up is an error.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Sends a request, again after a pause when the refusal says so.</summary>
    /// <exception cref="ApiException">It was refused for another reason, or too often.</exception>
    public async Task<T> SendAsync<T>(Func<Task<T>> request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await request();
            }
            catch (ApiException refusal) when (attempt < Attempts && PauseAfter(refusal, attempt) is { } pause)
            {
                Log.Warning("GitHub: {Message:l}; again in {Seconds:0} s", refusal.Message, pause.TotalSeconds);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    // GitHub asks to wait as long as it says, else at least a minute and longer each time.
    private TimeSpan? PauseAfter(ApiException refusal, int attempt)
    {
        var pause = refusal switch
        {
            RateLimitExceededException hourly => hourly.Reset - time.GetUtcNow(),
            SecondaryRateLimitExceededException or AbuseException or { StatusCode: HttpStatusCode.TooManyRequests } =>
                RetryAfter(refusal) ?? TimeSpan.FromMinutes(Math.Pow(2, attempt - 1)),
            { StatusCode: >= HttpStatusCode.InternalServerError } => TimeSpan.FromSeconds(Math.Pow(2, attempt - 1)),
            _ => (TimeSpan?)null,
        };
        return pause is { } known && known <= Patience ? TimeSpan.FromTicks(Math.Max(known.Ticks, 0)) : null;
    }

    private static TimeSpan? RetryAfter(ApiException refusal) =>
        refusal
            .HttpResponse?.Headers.FirstOrDefault(header =>
                header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)
            )
            .Value
            is { } text
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
