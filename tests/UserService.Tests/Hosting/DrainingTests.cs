using System.Net;

namespace UserService.Tests.Hosting;

public class DrainingTests
{
    static readonly TimeSpan Drain = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_running_service_is_healthy_and_ready()
    {
        await using var service = await RunningService.StartAsync();

        Assert.Equal("""{"status":"healthy"}""", await service.Client.GetStringAsync("/health"));
        Assert.Equal("""{"status":"ready"}""", await service.Client.GetStringAsync("/ready"));
    }

    [Fact]
    public async Task A_draining_service_is_not_ready_but_still_serves_and_closes_connections()
    {
        var time = new ManualTime();
        await using var service = await RunningService.StartAsync(RunningService.Quiet with { Drain = Drain }, time);

        var stop = service.StopAsync();
        await time.TimerStartedAsync();
        var (ready, problem) = await service.JsonAsync(HttpMethod.Get, "/ready");
        using var users = await service.SendAsync(HttpMethod.Get, "/users");
        time.Advance(Drain);
        await stop;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready);
        Assert.Equal("The service is draining and about to stop.", (string)problem["detail"]!);
        Assert.Equal(HttpStatusCode.OK, users.StatusCode);
        Assert.True(users.Headers.ConnectionClose);
    }

    [Fact]
    public async Task A_request_under_way_when_the_drain_time_ends_is_answered()
    {
        var time = new ManualTime();
        await using var service = await RunningService.StartAsync(
            RunningService.Quiet with
            {
                Drain = Drain,
                FaultLatency = Drain * 2,
            },
            time
        );
        var request = service.SendAsync(HttpMethod.Get, "/users");
        await time.TimerStartedAsync();

        var stop = service.StopAsync();
        await time.TimerStartedAsync();
        time.Advance(Drain);
        Assert.False(stop.IsCompleted);
        time.Advance(Drain);
        using var response = await request;
        await stop;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
