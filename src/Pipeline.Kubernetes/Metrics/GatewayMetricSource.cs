using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Sources;
using Pipeline.Core.Analysis.Verdicts;

namespace Pipeline.Kubernetes.Metrics;

/// <summary>Counts a track's requests at the gateway, by its Prometheus text.</summary>
/// <param name="http">Reads the text.</param>
/// <param name="address">Where it is.</param>
/// <param name="canary">The series of the new track.</param>
/// <param name="stable">The series of the stable track; null when it has no traffic.</param>
/// <param name="clock">The time.</param>
internal sealed class GatewayMetricSource(
    HttpClient http,
    Uri address,
    RequestSeries canary,
    RequestSeries? stable,
    TimeProvider clock
) : IMetricSource
{
    private readonly MetricsText text = new(TimeSpan.FromSeconds(2), clock);
    private CounterLedger? ledger;
    private bool recorded;

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.Zero;

    /// <inheritdoc/>
    public async Task<MetricLook?> LookAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var scrape = await text.ScrapeAsync("the gateway", restarts: 0, ReadAsync, cancellationToken);
        if (ledger is null)
        {
            ledger = CounterLedger.Begin([scrape]);
            return null;
        }

        (ledger, var delta) = ledger.Add([scrape]);
        var look = new MetricLook(canary.Read(delta), stable?.Read(delta));
        if (recorded)
            return look;

        // The numbers are the ticks; what was read is told once.
        recorded = true;
        var read = new[] { canary, stable }.OfType<RequestSeries>();
        return look with { Answers = [.. read.Select(series => new SourceAnswer(series.Query, at, [], []))] };
    }

    private async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(address, cancellationToken);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken);
    }
}
