using Pipeline.Core.Analysis.Load;
using Pipeline.Kubernetes.Traffic;

namespace Pipeline.Kubernetes.Tests.Traffic;

public sealed class LoadGeneratorTests
{
    private static readonly LoadPlan Hundred = new()
    {
        Rate = 2000,
        Duration = TimeSpan.FromMinutes(1),
        MaximumRequests = 100,
        Routes = [new LoadRoute("GET", "/users?limit=5")],
        Seed = 1,
    };

    [Fact]
    public async Task Every_planned_request_is_sent_to_the_host_and_marked_as_a_rehearsal()
    {
        await using var gateway = await StubGateway.StartAsync(() => Task.FromResult(200));

        var load = Start(Hundred, gateway);
        await SentAsync(load, 100);
        await load.DisposeAsync();

        Assert.Equal(100, gateway.Received.Count);
        Assert.All(
            gateway.Received,
            request =>
                Assert.Equal(
                    new ReceivedRequest("GET", "/users?limit=5", "user-service.production.localhost", "true", null, ""),
                    request
                )
        );
        Assert.Equal((100, 0, 100), (load.Sent, load.Failed, load.Latency.Count));
    }

    [Fact]
    public async Task A_body_is_sent_as_JSON()
    {
        await using var gateway = await StubGateway.StartAsync(() => Task.FromResult(201));
        var post = Hundred with { Routes = [new LoadRoute("POST", "/users", Body: """{"name":"Ada"}""")] };

        var load = Start(post, gateway);
        await SentAsync(load, 1);
        await load.DisposeAsync();

        Assert.All(
            gateway.Received,
            request => Assert.Equal(("application/json", """{"name":"Ada"}"""), (request.ContentType, request.Body))
        );
    }

    [Fact]
    public async Task A_server_that_does_not_answer_does_not_slow_the_load_down()
    {
        var answers = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var gateway = await StubGateway.StartAsync(() => answers.Task);

        var load = Start(Hundred, gateway);
        await SentAsync(load, 100);

        Assert.Equal(0, load.Latency.Count);
        answers.SetResult(200);
        await load.DisposeAsync();
        Assert.Equal(100, load.Latency.Count);
    }

    [Fact]
    public async Task A_load_that_is_stopped_sends_nothing_more_but_waits_for_its_answers()
    {
        var answers = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var gateway = await StubGateway.StartAsync(() => answers.Task);
        var load = Start(Hundred with { Rate = 0.01 }, gateway);
        await SentAsync(load, 1);

        var stopping = load.DisposeAsync().AsTask();

        Assert.False(stopping.IsCompleted);
        answers.SetResult(200);
        await stopping;
        Assert.Equal((1, 1), (load.Sent, load.Latency.Count));
    }

    [Fact]
    public async Task Errors_of_the_server_and_missing_answers_are_failures()
    {
        var answered = 0;
        await using var gateway = await StubGateway.StartAsync(() =>
            Interlocked.Increment(ref answered) switch
            {
                <= 10 => Task.FromResult(503),
                <= 20 => Task.FromResult(404),
                _ => throw new InvalidOperationException("broken"),
            }
        );
        var load = Start(Hundred with { MaximumRequests = 30 }, gateway);
        await SentAsync(load, 30);
        await load.DisposeAsync();

        Assert.Equal(20, load.Failed);
    }

    [Fact]
    public async Task A_gateway_that_is_gone_fails_every_request_and_their_time_counts()
    {
        var gateway = await StubGateway.StartAsync(() => Task.FromResult(200));
        var address = gateway.Address;
        await gateway.DisposeAsync();

        var load = LoadGenerator.Start(Hundred, address, "host", TimeProvider.System);
        await SentAsync(load, 100);
        await load.DisposeAsync();

        Assert.Equal((100, 100), (load.Failed, load.Latency.Count));
    }

    [Fact]
    public void A_plan_with_problems_is_refused_at_the_start()
    {
        Assert.Throws<InvalidOperationException>(() =>
            LoadGenerator.Start(
                Hundred with
                {
                    Routes = [],
                },
                new Uri("http://127.0.0.1:1"),
                "host",
                TimeProvider.System
            )
        );
    }

    private static LoadGenerator Start(LoadPlan plan, StubGateway gateway) =>
        LoadGenerator.Start(plan, gateway.Address, "user-service.production.localhost", TimeProvider.System);

    private static async Task SentAsync(LoadGenerator load, int count)
    {
        var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;
        while (load.Sent < count)
        {
            patience.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
