using System.Net;

namespace Pipeline.Kubernetes.Access;

/// <summary>Which failures of the API server are tried again, and after how long.</summary>
public sealed record RetryPolicy
{
    /// <summary>Thirty seconds altogether, ten for each attempt.</summary>
    public static RetryPolicy Default { get; } = new();

    /// <summary>How long a request may take with all its attempts.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one attempt may wait for an answer.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait after the first failure; it doubles with every further one.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait after any failure.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait before the next attempt; null to give up.</summary>
    /// <param name="failure">How the last attempt failed.</param>
    /// <param name="attempts">Attempts made so far, at least 1.</param>
    /// <param name="elapsed">Time since the first attempt began.</param>
    /// <param name="chance">A random number from 0 to 1, so that clients do not come back all at once.</param>
    public TimeSpan? DelayAfter(AttemptFailure failure, int attempts, TimeSpan elapsed, double chance)
    {
        if (!IsPassing(failure.Status))
            return null;

        var longest = TimeSpan.FromTicks(
            (long)Math.Min(LongestDelay.Ticks, FirstDelay.Ticks * Math.Pow(2, attempts - 1))
        );
        var delay = failure.RetryAfter ?? longest * (0.5 + chance / 2);
        return elapsed + delay < Deadline ? delay : null;
    }

    private static bool IsPassing(HttpStatusCode? status) =>
        status
            is null
                or HttpStatusCode.RequestTimeout
                or HttpStatusCode.TooManyRequests
                or HttpStatusCode.InternalServerError
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;
}
