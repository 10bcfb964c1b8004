using System.Collections.Immutable;
using k8s;
using k8s.Models;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Metrics;

/// <summary>Reads the metrics of every pod of a track through the API server's pod proxy, the same way on every cluster.</summary>
/// <param name="client">The cluster.</param>
/// <param name="service">The service, whose port the metrics are read from.</param>
/// <param name="environment">The environment, which is the namespace.</param>
/// <param name="clock">The time that <see cref="PodTimeout"/> is measured by.</param>
public sealed class PodMetricSource(
    IKubernetes client,
    ServiceDefinition service,
    string environment,
    TimeProvider clock
) : ITrackMetrics
{
    /// <summary>How long a pod may take to answer; one that takes longer counts as silent.</summary>
    public TimeSpan PodTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Asks all running pods of a track at once, ready or not: one that lost readiness may tell why.</summary>
    public async Task<ImmutableArray<PodScrape>> ScrapeAsync(Track track, CancellationToken cancellationToken)
    {
        var pods = await client.CoreV1.ListNamespacedPodAsync(
            environment,
            labelSelector: $"{ObjectMarks.NameLabel}={service.Name},{ObjectMarks.TrackLabel}={track.Label()}",
            cancellationToken: cancellationToken
        );
        var text = new MetricsText(PodTimeout, clock);
        var scrapes = pods
            .Items.Where(pod => pod.Status?.Phase == "Running")
            .OrderBy(pod => pod.Metadata.Name, StringComparer.Ordinal)
            .Select(pod =>
                text.ScrapeAsync(
                    pod.Metadata.Name,
                    pod.Status.ContainerStatuses?.Sum(container => container.RestartCount) ?? 0,
                    end => MetricsOfAsync(pod, end),
                    cancellationToken
                )
            );
        return [.. await Task.WhenAll(scrapes)];
    }

    private async Task<string> MetricsOfAsync(V1Pod pod, CancellationToken cancellationToken)
    {
        await using var answer = await client.CoreV1.ConnectGetNamespacedPodProxyWithPathAsync(
            $"{pod.Metadata.Name}:{service.Port}",
            environment,
            "metrics",
            cancellationToken: cancellationToken
        );
        using var text = new StreamReader(answer);
        return await text.ReadToEndAsync(cancellationToken);
    }
}
