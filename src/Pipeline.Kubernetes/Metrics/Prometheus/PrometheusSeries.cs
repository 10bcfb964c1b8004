using System.Collections.Immutable;
using Pipeline.Core.Analysis.Exposition;

namespace Pipeline.Kubernetes.Metrics.Prometheus;

/// <summary>One series of an answer.</summary>
/// <param name="Id">Its name, often empty, and its labels.</param>
/// <param name="Points">Its values by rising time; one for an instant query.</param>
public sealed record PrometheusSeries(SeriesId Id, ImmutableArray<PrometheusPoint> Points)
{
    /// <summary>For people.</summary>
    public override string ToString() => Id.Text.Length == 0 ? "{}" : Id.Text;
}
