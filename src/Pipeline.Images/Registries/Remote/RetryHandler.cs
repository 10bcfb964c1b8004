using System.Net;

namespace Pipeline.Images.Registries.Remote;

/// <summary>
/// Repeats requests that failed for a passing reason, up to five times, waiting as long as the registry says, or 0.2 s and twice as long
/// each time. A request with a body is not repeated here, because the body may be spent.
/// </summary>
sealed class RetryHandler(TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    const int Attempts = 5;

    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    /// <summary>Whether another attempt may succeed.</summary>
    public static bool IsPassing(HttpStatusCode status) =>
        status
            is HttpStatusCode.TooManyRequests
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;

    /// <summary>How long to wait after the given attempt, counted from 0.</summary>
    public static TimeSpan Pause(int attempt) => FirstPause * (1 << attempt);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; ; attempt++)
        {
            var mayRepeat = attempt + 1 < Attempts && request.Content is null;
            TimeSpan pause;
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (!mayRepeat || !IsPassing(response.StatusCode))
                    return response;

                pause = Asked(response) ?? Pause(attempt);
                response.Dispose();
            }
            catch (HttpRequestException) when (mayRepeat)
            {
                pause = Pause(attempt);
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    TimeSpan? Asked(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var pause = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return pause is null ? null : TimeSpan.FromTicks(Math.Clamp(pause.Value.Ticks, 0, LongestPause.Ticks));
    }
}
