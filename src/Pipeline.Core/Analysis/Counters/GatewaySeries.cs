using System.Collections.Immutable;
using Pipeline.Core.Analysis.Exposition;

namespace Pipeline.Core.Analysis.Counters;

/// <summary>Which series of a gateway's metrics tell the requests of a track; the defaults are those of the embedded gateway.</summary>
public sealed record GatewaySeries
{
    /// <summary>Counter of requests by backend and status.</summary>
    public string Requests { get; init; } = "gateway_requests_total";

    /// <summary>Histogram of durations in seconds, by backend.</summary>
    public string Durations { get; init; } = "gateway_request_duration_seconds";

    /// <summary>Label with the namespace of the backend.</summary>
    public string NamespaceLabel { get; init; } = "namespace";

    /// <summary>Label with the Service of the backend, which tells the tracks apart.</summary>
    public string BackendLabel { get; init; } = "service";

    /// <summary>Label with the status of the answer.</summary>
    public string StatusLabel { get; init; } = "code";

    /// <summary>The series of one track's Service.</summary>
    /// <param name="environment">Its namespace.</param>
    /// <param name="backend">Its Service.</param>
    public RequestSeries Of(string environment, string backend) =>
        new()
        {
            Requests = Requests,
            Durations = Durations,
            StatusLabel = StatusLabel,
            RoutePrefix = null,
            Labels = ImmutableSortedDictionary<string, string>
                .Empty.Add(NamespaceLabel, environment)
                .Add(BackendLabel, backend),
        };
}
