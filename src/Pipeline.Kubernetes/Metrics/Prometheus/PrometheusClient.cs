using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Pipeline.Core.Analysis;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Access;

namespace Pipeline.Kubernetes.Metrics.Prometheus;

/// <summary>Asks a Prometheus, again where it failed in passing.</summary>
/// <param name="http">Sends the requests.</param>
/// <param name="server">Whom to ask.</param>
/// <param name="secret">Token or password of its login; null without a login.</param>
/// <param name="clock">The time that is waited by.</param>
public sealed class PrometheusClient(HttpClient http, PrometheusServer server, string? secret, TimeProvider clock)
{
    /// <summary>Which failures are tried again, and after how long.</summary>
    public RetryPolicy Retries { get; init; } = RetryPolicy.Default;

    /// <summary>The values at a moment.</summary>
    public Task<PrometheusAnswer> QueryAsync(string query, DateTimeOffset at, CancellationToken cancellationToken) =>
        AskAsync("query", [("query", query), ("time", Seconds(at))], cancellationToken);

    /// <summary>The values over a time.</summary>
    /// <param name="query">The query.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The last moment.</param>
    /// <param name="step">The time between two values.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<PrometheusAnswer> QueryRangeAsync(
        string query,
        DateTimeOffset from,
        DateTimeOffset to,
        TimeSpan step,
        CancellationToken cancellationToken
    ) =>
        AskAsync(
            "query_range",
            [
                ("query", query),
                ("start", Seconds(from)),
                ("end", Seconds(to)),
                ("step", step.TotalSeconds.ToString(CultureInfo.InvariantCulture)),
            ],
            cancellationToken
        );

    private async Task<PrometheusAnswer> AskAsync(
        string path,
        IEnumerable<(string Name, string Value)> parameters,
        CancellationToken cancellationToken
    )
    {
        var query = string.Join('&', parameters.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
        var uri = new Uri($"{server.Address.AbsoluteUri.TrimEnd('/')}/api/v1/{path}?{query}");
        var began = clock.GetTimestamp();
        for (var attempts = 1; ; attempts++)
        {
            var (answer, failure) = await AttemptAsync(uri, cancellationToken);
            if (
                failure is null
                || Retries.DelayAfter(failure, attempts, clock.GetElapsedTime(began), Random.Shared.NextDouble())
                    is not { } delay
            )
                return answer;
            await Task.Delay(delay, clock, cancellationToken);
        }
    }

    private async Task<(PrometheusAnswer Answer, AttemptFailure? Failure)> AttemptAsync(
        Uri uri,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(Retries.AttemptTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            request.Headers.Authorization = Authorization();
            using var response = await http.SendAsync(request, either.Token);
            var text = await response.Content.ReadAsStringAsync(either.Token);
            return (Understand(response, text), FailureOf(response));
        }
        catch (HttpRequestException broken)
        {
            return (Unreachable($"cannot be asked: {broken.Message}"), AttemptFailure.Of(null, clock.GetUtcNow()));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (
                Unreachable($"did not answer within {RateText.InSeconds(Retries.AttemptTimeout)}"),
                AttemptFailure.Of(null, clock.GetUtcNow())
            );
        }
    }

    private PrometheusAnswer Understand(HttpResponseMessage response, string text) =>
        response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            ? Unreachable(
                $"answered {(int)response.StatusCode}: "
                    + (
                        server.Login is { SecretVariable: var variable }
                            ? $"it does not accept the login with the secret in {variable}"
                            : "it wants a login, and Delivery.cs has none for it"
                    )
            )
            : PrometheusJson.Read(response.StatusCode, response.Content.Headers.ContentType?.MediaType, text);

    private AttemptFailure? FailureOf(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
            return null;
        var failure = AttemptFailure.Of(response, clock.GetUtcNow());
        // Every status from 500 on passes, also those that an API server never sends.
        return failure.Status >= HttpStatusCode.InternalServerError
            ? failure with
            {
                Status = HttpStatusCode.ServiceUnavailable,
            }
            : failure;
    }

    private AuthenticationHeaderValue? Authorization() =>
        server.Login switch
        {
            PrometheusLogin.Bearer => new AuthenticationHeaderValue("Bearer", secret),
            PrometheusLogin.Basic basic => new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{basic.User}:{secret}"))
            ),
            _ => null,
        };

    private PrometheusAnswer.Nothing Unreachable(string trouble) =>
        new(NoDataCause.Unreachable, $"Prometheus at {server.Address} {trouble}");

    private static string Seconds(DateTimeOffset time) =>
        (time.ToUnixTimeMilliseconds() / 1000.0).ToString("0.###", CultureInfo.InvariantCulture);
}
