using System.Net;

namespace UserService.Tests.Faults;

public class FaultMiddlewareTests
{
    [Fact]
    public async Task An_error_rate_of_1_fails_every_request_for_users_and_no_other()
    {
        await using var service = await RunningService.StartAsync(RunningService.Quiet with { FaultErrorRate = 1 });

        var statuses = new List<HttpStatusCode>();
        foreach (var path in new[] { "/users", "/users/x", "/health", "/ready", "/metrics" })
        {
            using var response = await service.SendAsync(HttpMethod.Get, path);
            statuses.Add(response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError], statuses[..2]);
        Assert.All(statuses[2..], status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Fact]
    public async Task A_share_of_the_requests_fails_and_is_counted_as_failed()
    {
        await using var service = await RunningService.StartAsync(RunningService.Quiet with { FaultErrorRate = 0.5 });

        var failed = 0;
        for (var i = 0; i < 200; i++)
        {
            using var response = await service.SendAsync(HttpMethod.Get, "/users");
            failed += response.StatusCode == HttpStatusCode.InternalServerError ? 1 : 0;
        }

        // Fewer than 50 or more than 150 of 200 happen once in 10^13 runs.
        Assert.InRange(failed, 50, 150);
        var metrics = await service.MetricsAsync();
        Assert.Contains($$"""http_requests_total{method="GET",route="/users",status="500"} {{failed}}""", metrics);
    }

    [Fact]
    public async Task Latency_delays_a_request_for_users_by_as_much_as_configured()
    {
        var time = new ManualTime();
        await using var service = await RunningService.StartAsync(
            RunningService.Quiet with
            {
                FaultLatency = TimeSpan.FromMilliseconds(1500),
            },
            time
        );

        var request = service.SendAsync(HttpMethod.Get, "/users");
        await time.TimerStartedAsync();
        using var health = await service.SendAsync(HttpMethod.Get, "/health");
        Assert.False(request.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1500));
        using var response = await request;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var metrics = await service.MetricsAsync();
        Assert.Contains("""http_request_duration_seconds_sum{method="GET",route="/users"} 1.5""", metrics);
    }
}
