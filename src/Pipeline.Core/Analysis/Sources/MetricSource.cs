using System.Text.Json.Serialization;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;

namespace Pipeline.Core.Analysis.Sources;

/// <summary>Where a metric's numbers come from.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Pods), "pods")]
[JsonDerivedType(typeof(Gateway), "gateway")]
[JsonDerivedType(typeof(Prometheus), "prometheus")]
public abstract partial record MetricSource
{
    private MetricSource() { }

    /// <summary>Everything that keeps it from giving the numbers of a metric of this kind; empty when it does.</summary>
    public virtual IEnumerable<string> ProblemsFor(MetricKind kind)
    {
        if (kind is MetricKind.Gauge)
            yield return $"is {GetType().Name}: a gauge is asked of Prometheus";
    }

    /// <summary>The <c>/metrics</c> of every pod of the track, read through the API server.</summary>
    public sealed record Pods : MetricSource;

    /// <summary>The counters of the gateway, read from the environment's <c>GatewayMetrics</c> address.</summary>
    public sealed record Gateway : MetricSource
    {
        /// <summary>Which of its series count the requests.</summary>
        public GatewaySeries Series { get; init; } = new();
    }
}
