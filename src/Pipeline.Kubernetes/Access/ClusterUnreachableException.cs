namespace Pipeline.Kubernetes.Access;

/// <summary>The API server did not answer, however often it was asked until the deadline.</summary>
/// <param name="request">The request, as method and address.</param>
/// <param name="attempts">How often it was sent.</param>
/// <param name="elapsed">How long that took altogether.</param>
/// <param name="inner">What the last attempt ended with.</param>
public sealed class ClusterUnreachableException(string request, int attempts, TimeSpan elapsed, Exception inner)
    : Exception(
        $"{request}: no answer from the API server in {elapsed.TotalSeconds:0.#} s and {attempts} attempts: {Reason(inner)}; "
            + "is the cluster up, and its address right?",
        inner
    )
{
    private static string Reason(Exception inner) =>
        inner is OperationCanceledException ? "time-out" : inner.GetBaseException().Message;
}
