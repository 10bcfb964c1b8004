namespace Pipeline.Core.Environments;

/// <summary>The Prometheus of an environment, or anything with its HTTP API.</summary>
/// <param name="Address">Its base address, for example <c>http://prometheus.monitoring:9090</c>.</param>
public sealed record PrometheusServer(Uri Address)
{
    /// <summary>How to log in; null for no login.</summary>
    public PrometheusLogin? Login { get; init; }
}
