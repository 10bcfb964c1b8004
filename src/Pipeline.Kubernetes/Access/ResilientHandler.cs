using System.Net;
using System.Security.Authentication;
using System.Text.Json;
using k8s;
using k8s.Models;

namespace Pipeline.Kubernetes.Access;

/// <summary>
/// Repeats what the API server failed at in passing, and reports a refusal as the permission that is missing. What a pod or
/// service answers through the proxy is passed on as it is.
/// </summary>
internal sealed class ResilientHandler(RetryPolicy policy, TimeProvider clock) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var call = ApiCall.Of(request.Method, request.RequestUri!);
        var response = call is { IsProxied: true }
            ? await base.SendAsync(request, cancellationToken)
            : await SendRepeatedlyAsync(request, cancellationToken);
        if (call is not null && response.StatusCode == HttpStatusCode.Forbidden)
            await ThrowIfNotPermittedAsync(call, response, cancellationToken);
        return response;
    }

    private async Task<HttpResponseMessage> SendRepeatedlyAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var began = clock.GetTimestamp();
        for (var attempts = 1; ; attempts++)
        {
            var (response, exception) = await AttemptAsync(request, cancellationToken);
            if (response is { IsSuccessStatusCode: true })
                return response;

            var failure = AttemptFailure.Of(response, clock.GetUtcNow());
            var elapsed = clock.GetElapsedTime(began);
            // A certificate that is not trusted now will not be trusted later.
            var isFinal = exception?.InnerException is AuthenticationException;
            if (isFinal || policy.DelayAfter(failure, attempts, elapsed, Random.Shared.NextDouble()) is not { } delay)
            {
                return response
                    ?? throw new ClusterUnreachableException(
                        $"{request.Method} {request.RequestUri}",
                        attempts,
                        elapsed,
                        exception!
                    );
            }

            response?.Dispose();
            await Task.Delay(delay, clock, cancellationToken);
        }
    }

    private async Task<(HttpResponseMessage? Response, Exception? Exception)> AttemptAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(policy.AttemptTimeout, clock);
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return (await base.SendAsync(request, attempt.Token), null);
        }
        catch (HttpRequestException broken)
        {
            return (null, broken);
        }
        catch (OperationCanceledException late)
            when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (null, late);
        }
    }

    private static async Task ThrowIfNotPermittedAsync(
        ApiCall call,
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        if (StatusIn(answer) is { Kind: "Status", Reason: "Forbidden" } status)
            throw new PermissionMissingException(call, status.Message);
    }

    private static V1Status? StatusIn(string answer)
    {
        try
        {
            return KubernetesJson.Deserialize<V1Status>(answer);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
