namespace Pipeline.Kubernetes.Metrics.Prometheus;

/// <summary>A value of a series as Prometheus writes it.</summary>
/// <param name="At">When it held.</param>
/// <param name="Value">For example <c>12.5</c> or <c>NaN</c>.</param>
public sealed record PrometheusPoint(DateTimeOffset At, string Value);
