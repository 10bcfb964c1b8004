using System.Collections.Immutable;
using System.Net;
using k8s;
using k8s.Autorest;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;

namespace Pipeline.Kubernetes.Rollouts;

/// <summary>Asks a track a few questions through the API server's proxy, before it gets traffic.</summary>
/// <param name="client">The cluster.</param>
/// <param name="service">The service.</param>
/// <param name="environment">Name of the environment, which is the namespace.</param>
/// <param name="clock">The time.</param>
public sealed class SmokeCheck(IKubernetes client, ServiceDefinition service, string environment, TimeProvider clock)
{
    // Endpoints follow the readiness of their pods with a delay: until then the proxy has nobody to ask.
    private static readonly TimeSpan EndpointsWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);

    /// <summary>Paths that are asked for besides.</summary>
    public ImmutableArray<string> Previews { get; init; } = [];

    /// <summary>Asks for health, readiness and the traffic's route; the first answer that is no success fails the check.</summary>
    public async Task<RolloutObservation.Checked> AskAsync(Track track, CancellationToken cancellationToken)
    {
        string[] paths =
        [
            "health",
            "ready",
            service.TrafficRoute.TrimStart('/'),
            .. Previews.Select(path => path.TrimStart('/')),
        ];
        foreach (var path in paths)
        {
            if (await ProblemOfAsync(track, path, cancellationToken) is { } problem)
                return new RolloutObservation.Checked(false, $"smoke check of track {track.Label()}: {problem}");
        }

        return new RolloutObservation.Checked(
            true,
            $"{string.Join(", ", paths.Select(path => $"/{path}"))} answered 200"
        );
    }

    private async Task<string?> ProblemOfAsync(Track track, string path, CancellationToken cancellationToken)
    {
        for (var began = clock.GetTimestamp(); ; )
        {
            var status = await StatusOfAsync(track, path, cancellationToken);
            if (status == HttpStatusCode.OK)
                return null;
            var mayPass = status is null or HttpStatusCode.ServiceUnavailable;
            if (!mayPass || clock.GetElapsedTime(began) > EndpointsWithin)
                return $"GET /{path} answered {(status is { } code ? $"{(int)code}" : "nothing")}, expected 200";
            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancellationToken);
        }
    }

    // Null without an answer in time.
    private async Task<HttpStatusCode?> StatusOfAsync(Track track, string path, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(AnswerWithin, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await using var answer = await client.CoreV1.ConnectGetNamespacedServiceProxyWithPathAsync(
                $"{service.Names.ForTrack(track)}:{service.Port}",
                environment,
                path,
                cancellationToken: either.Token
            );
            return HttpStatusCode.OK;
        }
        catch (HttpOperationException refused)
        {
            return refused.Response?.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
