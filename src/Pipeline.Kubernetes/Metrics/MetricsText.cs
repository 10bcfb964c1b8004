using k8s.Autorest;
using Pipeline.Core.Analysis;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Exposition;

namespace Pipeline.Kubernetes.Metrics;

/// <summary>Reads the Prometheus text of something that may be silent, late, broken or asleep.</summary>
/// <param name="patience">How long it may take to answer.</param>
/// <param name="clock">The time.</param>
internal sealed class MetricsText(TimeSpan patience, TimeProvider clock)
{
    // Samples carry a time only where something else than the process itself keeps them.
    private static readonly TimeSpan OldestSample = TimeSpan.FromMinutes(1);

    /// <summary>Reads it, or says why there is nothing to read.</summary>
    /// <param name="name">Name of the pod, or of what else counts.</param>
    /// <param name="restarts">How often it was restarted.</param>
    /// <param name="read">Gets the text.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<PodScrape> ScrapeAsync(
        string name,
        int restarts,
        Func<CancellationToken, Task<string>> read,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var exposition = PrometheusText.Parse(await read(either.Token));
            return Trouble(exposition) is var (cause, trouble)
                ? Silent(cause, trouble)
                : new PodScrape(name, restarts, exposition);
        }
        // What dies is silent from now on; what that means is for the judge to say.
        catch (HttpOperationException refused) when (refused.Response is { } response)
        {
            return Silent(NoDataCause.Unreachable, $"answered {(int)response.StatusCode}");
        }
        catch (HttpRequestException refused) when (refused.StatusCode is { } status)
        {
            return Silent(NoDataCause.Unreachable, $"answered {(int)status}");
        }
        catch (Exception silence) when (silence is HttpOperationException or HttpRequestException or IOException)
        {
            return Silent(NoDataCause.Unreachable, "did not answer");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Silent(NoDataCause.Unreachable, $"did not answer within {RateText.InSeconds(patience)}");
        }

        PodScrape Silent(NoDataCause cause, string trouble) =>
            new(name, restarts, Exposition: null) { Silence = new TrackReading.NoData(cause, $"{name} {trouble}") };
    }

    private (NoDataCause Cause, string Trouble)? Trouble(PrometheusExposition exposition)
    {
        if (exposition is { Samples.IsEmpty: true, Problems: [var problem, ..] })
            return (NoDataCause.Malformed, $"answered something else than metrics: {problem}");

        var oldest = clock.GetUtcNow() - OldestSample;
        return exposition.Counters.FirstOrDefault(sample => sample.At < oldest) is { At: { } at } stale
            ? (NoDataCause.Stale, $"answered old numbers: {stale.Series} is of {at:u}")
            : null;
    }
}
