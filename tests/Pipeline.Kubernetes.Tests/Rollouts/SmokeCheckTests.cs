using System.Net;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Kubernetes.Rollouts;

namespace Pipeline.Kubernetes.Tests.Rollouts;

public sealed class SmokeCheckTests
{
    private readonly ManualClock clock = new();
    private readonly List<string> asked = [];

    [Fact]
    public async Task A_track_that_answers_everything_passes()
    {
        var check = await AskAsync(_ => HttpStatusCode.OK);

        Assert.Equal(new RolloutObservation.Checked(true, "/health, /ready, /users answered 200"), check);
        Assert.Equal(
            [
                "/api/v1/namespaces/production/services/user-service-b:8080/proxy/health",
                "/api/v1/namespaces/production/services/user-service-b:8080/proxy/ready",
                "/api/v1/namespaces/production/services/user-service-b:8080/proxy/users",
            ],
            asked
        );
    }

    [Fact]
    public async Task The_first_bad_answer_fails_at_once_and_is_quoted()
    {
        var check = await AskAsync(path =>
            path.EndsWith("/ready") ? HttpStatusCode.InternalServerError : HttpStatusCode.OK
        );

        Assert.Equal(
            new RolloutObservation.Checked(false, "smoke check of track b: GET /ready answered 500, expected 200"),
            check
        );
        Assert.Equal(2, asked.Count);
        Assert.Equal(TimeSpan.Zero, clock.Elapsed);
    }

    [Fact]
    public async Task Endpoints_that_lag_behind_their_pods_are_waited_for()
    {
        var check = await AskAsync(_ => asked.Count < 20 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK);

        Assert.True(check.Passed);
    }

    [Fact]
    public async Task A_track_without_endpoints_fails_after_five_seconds()
    {
        var check = await AskAsync(_ => HttpStatusCode.ServiceUnavailable);

        Assert.Equal("smoke check of track b: GET /health answered 503, expected 200", check.Detail);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6));
    }

    [Theory]
    [InlineData(typeof(HttpRequestException))]
    [InlineData(typeof(OperationCanceledException))]
    public async Task A_track_that_does_not_answer_fails(Type silence)
    {
        var check = await AskAsync(_ => throw (Exception)Activator.CreateInstance(silence)!);

        Assert.Equal("smoke check of track b: GET /health answered nothing, expected 200", check.Detail);
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_no_result()
    {
        using var impatience = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            AskAsync(
                _ =>
                {
                    impatience.Cancel();
                    throw new OperationCanceledException(impatience.Token);
                },
                impatience.Token
            )
        );
    }

    private Task<RolloutObservation.Checked> AskAsync(
        Func<string, HttpStatusCode> answer,
        CancellationToken cancellationToken = default
    )
    {
        var api = new StubApi(request =>
        {
            asked.Add(request.Path);
            return (answer(request.Path), "{}");
        });
        var check = new SmokeCheck(api.Client(), TestDelivery.Service, "production", clock);
        return clock.RunAsync(() => check.AskAsync(Track.B, cancellationToken));
    }
}
