using Pipeline.Core;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Metrics;

namespace Pipeline.Components.Deliver;

/// <summary>What the metrics of an environment need before a rollout depends on them.</summary>
/// <param name="pods">The pods.</param>
/// <param name="service">The service.</param>
/// <param name="environment">The environment.</param>
/// <param name="variable">Reads an environment variable.</param>
internal sealed class MetricPreconditions(
    ITrackMetrics pods,
    ServiceDefinition service,
    DeliveryEnvironment environment,
    Func<string, string?> variable
)
{
    /// <exception cref="DeliveryException">Something is missing; the message lists all of it.</exception>
    public async Task DemandAsync(Track? serving, CancellationToken cancellationToken)
    {
        if (environment.Strategy is not RolloutStrategy.Canary canary)
            return;

        var metrics = canary.Stages.SelectMany(stage => stage.Criteria).Concat(environment.Metrics).Distinct();
        var problems = await ProblemsAsync(serving, [.. metrics], cancellationToken);
        if (problems.Count > 0)
            throw new DeliveryException(
                string.Join(Environment.NewLine, problems.Select(problem => $"{environment.Name}: {problem}")),
                ExitCode.BuildFailed
            );
    }

    private async Task<List<string>> ProblemsAsync(
        Track? serving,
        List<MetricDefinition> metrics,
        CancellationToken cancellationToken
    )
    {
        var problems = new List<string>();
        if (environment.Prometheus?.Login is { SecretVariable: var name } && string.IsNullOrEmpty(variable(name)))
            problems.Add(
                $"the environment variable {name}, which holds the secret of its Prometheus login, is not set"
            );
        if (serving is { } track)
        {
            var series = new RequestSeries { RoutePrefix = service.TrafficRoute };
            problems.AddRange(await BucketEdges.ProblemsAsync(pods, track, series, metrics, cancellationToken));
        }

        return problems;
    }
}
