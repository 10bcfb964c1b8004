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
public sealed class SmokeCheck(IKubernetes client, ServiceDefinition service, string environment)
{
    /// <summary>Asks for health, readiness and the traffic's route; the first answer that is no success fails the check.</summary>
    public async Task<RolloutObservation.Checked> AskAsync(Track track, CancellationToken cancellationToken)
    {
        string[] paths = ["health", "ready", service.TrafficRoute.TrimStart('/')];
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
        var name = $"{service.Names.ForTrack(track)}:{service.Port}";
        try
        {
            await using var answer = await client.CoreV1.ConnectGetNamespacedServiceProxyWithPathAsync(
                name,
                environment,
                path,
                cancellationToken: cancellationToken
            );
            return null;
        }
        catch (HttpOperationException refused)
        {
            var status = refused.Response?.StatusCode ?? HttpStatusCode.ServiceUnavailable;
            return $"GET /{path} answered {(int)status}, expected 200";
        }
    }
}
