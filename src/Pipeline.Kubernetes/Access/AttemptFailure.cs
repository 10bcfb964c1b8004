using System.Net;

namespace Pipeline.Kubernetes.Access;

/// <summary>How one attempt at a request failed.</summary>
/// <param name="Status">Null when there was no answer: a time-out or a broken connection.</param>
/// <param name="RetryAfter">How long the server asks to be left alone, or null when it does not.</param>
public sealed record AttemptFailure(HttpStatusCode? Status, TimeSpan? RetryAfter = null)
{
    /// <summary>The failure that an answer stands for.</summary>
    /// <param name="response">Null when there was no answer.</param>
    /// <param name="now">What a date to come back at is compared with.</param>
    internal static AttemptFailure Of(HttpResponseMessage? response, DateTimeOffset now) =>
        new(
            response?.StatusCode,
            response?.Headers.RetryAfter switch
            {
                { Delta: { } delta } => delta,
                { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
                _ => null,
            }
        );
}
