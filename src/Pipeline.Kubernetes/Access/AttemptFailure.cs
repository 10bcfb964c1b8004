using System.Net;

namespace Pipeline.Kubernetes.Access;

/// <summary>How one attempt at a request failed.</summary>
/// <param name="Status">Null when there was no answer: a time-out or a broken connection.</param>
/// <param name="RetryAfter">How long the server asks to be left alone, or null when it does not.</param>
public sealed record AttemptFailure(HttpStatusCode? Status, TimeSpan? RetryAfter = null);
