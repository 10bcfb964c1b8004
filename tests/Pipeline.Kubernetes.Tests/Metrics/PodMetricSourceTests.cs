using System.Net;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Metrics;

namespace Pipeline.Kubernetes.Tests.Metrics;

public class PodMetricSourceTests
{
    private const string Pods = """
        {"items":[
          {"metadata":{"name":"user-service-b-2"},"status":{"phase":"Running","containerStatuses":[{"name":"app","restartCount":3}]}},
          {"metadata":{"name":"user-service-b-1"},"status":{"phase":"Running"}},
          {"metadata":{"name":"user-service-b-3"},"status":{"phase":"Pending"}}
        ]}
        """;

    [Fact]
    public async Task Every_running_pod_of_the_track_is_asked_through_the_proxy()
    {
        var api = Serve(_ => (HttpStatusCode.OK, "requests_total 5\n"));

        await Source(api).ScrapeAsync(Track.B, default);

        Assert.Equal(
            [
                "/api/v1/namespaces/production/pods/user-service-b-1:8080/proxy/metrics",
                "/api/v1/namespaces/production/pods/user-service-b-2:8080/proxy/metrics",
                "/api/v1/namespaces/production/pods?labelSelector=app.kubernetes.io/name=user-service,pipeline.build/track=b",
            ],
            api.Requests.Select(request => request.Path).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_pod_gives_its_metrics_and_its_restarts()
    {
        var api = Serve(_ => (HttpStatusCode.OK, "requests_total 5\n"));

        var scrapes = await Source(api).ScrapeAsync(Track.B, default);

        Assert.Equal(
            [("user-service-b-1", 0, 5.0), ("user-service-b-2", 3, 5.0)],
            scrapes.Select(scrape => (scrape.Pod, scrape.Restarts, scrape.Exposition!.Samples.Single().Value))
        );
    }

    [Fact]
    public async Task A_pod_that_fails_is_silent_and_the_others_are_not()
    {
        var api = Serve(pod =>
            pod.Contains("b-1")
                ? (HttpStatusCode.ServiceUnavailable, "draining")
                : (HttpStatusCode.OK, "requests_total 5\n")
        );

        var scrapes = await Source(api).ScrapeAsync(Track.B, default);

        Assert.Equal([true, false], scrapes.Select(scrape => scrape.Exposition is null));
    }

    [Fact]
    public async Task A_pod_whose_connection_breaks_is_silent()
    {
        var api = Serve(_ => throw new HttpRequestException("connection reset"));

        var scrapes = await Source(api).ScrapeAsync(Track.B, default);

        Assert.All(scrapes, scrape => Assert.Null(scrape.Exposition));
    }

    [Fact]
    public async Task A_pod_that_does_not_answer_in_time_is_silent()
    {
        var api = Serve(_ => throw new OperationCanceledException());

        var scrapes = await Source(api).ScrapeAsync(Track.B, default);

        Assert.All(scrapes, scrape => Assert.Null(scrape.Exposition));
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_no_verdict_about_pods()
    {
        using var impatience = new CancellationTokenSource();
        var api = Serve(_ =>
        {
            impatience.Cancel();
            throw new OperationCanceledException();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Source(api).ScrapeAsync(Track.B, impatience.Token)
        );
    }

    private static StubApi Serve(Func<string, (HttpStatusCode, string)> metrics) =>
        new(request => request.Path.EndsWith("/metrics") ? metrics(request.Path) : (HttpStatusCode.OK, Pods));

    private static PodMetricSource Source(StubApi api) =>
        new(api.Client(), TestDelivery.Service, "production", TimeProvider.System);
}
