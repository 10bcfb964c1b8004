using System.Collections.Immutable;
using Pipeline.Core.Analysis.Counters;

namespace Pipeline.Kubernetes.Metrics.Prometheus;

/// <summary>What Prometheus answered to a query.</summary>
public abstract record PrometheusAnswer
{
    private PrometheusAnswer() { }

    /// <summary>A vector, a matrix or a scalar, which is one series without labels.</summary>
    /// <param name="All">The series; empty when the query selects nothing.</param>
    /// <param name="Remarks">Warnings and notes of the server.</param>
    public sealed record Series(ImmutableArray<PrometheusSeries> All, ImmutableArray<string> Remarks)
        : PrometheusAnswer;

    /// <summary>No answer that can be used.</summary>
    /// <param name="Cause">What kind of trouble it is.</param>
    /// <param name="Detail">The trouble itself, for people.</param>
    public sealed record Nothing(NoDataCause Cause, string Detail) : PrometheusAnswer;
}
