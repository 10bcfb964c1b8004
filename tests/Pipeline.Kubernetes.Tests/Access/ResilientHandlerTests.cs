using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using Pipeline.Kubernetes.Access;

namespace Pipeline.Kubernetes.Tests.Access;

public class ResilientHandlerTests
{
    private const string Pods = "https://cluster.example/api/v1/namespaces/staging/pods";
    private const string Proxy = $"{Pods}/p:8080/proxy/metrics";
    private const string Refusal =
        """{"kind":"Status","reason":"Forbidden","message":"no access","details":{"kind":"pods"}}""";

    private readonly ManualClock clock = new();
    private readonly List<string> bodies = [];

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_passing_failure_is_repeated_with_the_same_body(HttpStatusCode failure)
    {
        var answers = new Queue<HttpStatusCode>([failure, failure, HttpStatusCode.Created]);

        var response = await SendAsync(_ => new HttpResponseMessage(answers.Dequeue()), HttpMethod.Post);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(["{}", "{}", "{}"], bodies);
    }

    [Fact]
    public async Task A_failure_that_lasts_is_the_answer_in_the_end()
    {
        var response = await SendAsync(_ => new HttpResponseMessage(HttpStatusCode.InternalServerError));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_busy_server_is_left_alone_for_as_many_seconds_as_it_asks()
    {
        var answers = new Queue<HttpResponseMessage>([Busy(new(TimeSpan.FromSeconds(7))), new(HttpStatusCode.OK)]);

        await SendAsync(_ => answers.Dequeue());

        Assert.Equal(TimeSpan.FromSeconds(7), clock.Elapsed);
    }

    [Fact]
    public async Task A_busy_server_is_left_alone_until_the_time_it_names()
    {
        var answers = new Queue<HttpResponseMessage>([
            Busy(new(DateTimeOffset.UnixEpoch.AddSeconds(9))),
            new(HttpStatusCode.OK),
        ]);

        await SendAsync(_ => answers.Dequeue());

        Assert.Equal(TimeSpan.FromSeconds(9), clock.Elapsed);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public async Task A_refusal_is_passed_on_at_once(HttpStatusCode status)
    {
        var response = await SendAsync(_ => new HttpResponseMessage(status));

        Assert.Equal(status, response.StatusCode);
        Assert.Single(bodies);
    }

    [Fact]
    public async Task A_missing_permission_is_reported_as_verb_resource_and_namespace()
    {
        var problem = await Assert.ThrowsAsync<PermissionMissingException>(() => SendAsync(_ => Forbidden(Refusal)));

        Assert.Equal(
            "not permitted: list pods in namespace staging; an administrator must grant it, for example by applying the "
                + "generated role.yaml of staging (the server says: no access)",
            problem.Message
        );
        Assert.Equal(new ApiCall("list", "pods", "staging", null), problem.Call);
    }

    [Fact]
    public async Task A_missing_permission_on_the_proxy_is_reported_too()
    {
        var problem = await Assert.ThrowsAsync<PermissionMissingException>(() =>
            SendAsync(_ => Forbidden(Refusal), uri: Proxy)
        );

        Assert.Equal("pods/proxy", problem.Call.Resource);
    }

    [Theory]
    [InlineData("<p>not for you</p>")]
    [InlineData("""{"error":"not for you"}""")]
    public async Task What_a_pod_forbids_is_its_own_answer(string body)
    {
        var response = await SendAsync(_ => Forbidden(body), uri: Proxy);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_a_pod_fails_at_is_its_own_answer()
    {
        var response = await SendAsync(_ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable), uri: Proxy);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Single(bodies);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up_at_the_deadline()
    {
        var problem = await Assert.ThrowsAsync<ClusterUnreachableException>(() => SendAsync(_ => null));

        Assert.Equal(3, bodies.Count);
        Assert.Contains($"GET {Pods}: no answer from the API server in 30", problem.Message);
        Assert.Contains("3 attempts: time-out", problem.Message);
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again()
    {
        var answers = new Queue<Func<HttpResponseMessage>>([
            () => throw new HttpRequestException("connection refused"),
            () => new(HttpStatusCode.OK),
        ]);

        var response = await SendAsync(_ => answers.Dequeue()());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_not_tried_again()
    {
        var untrusted = new HttpRequestException(
            "handshake",
            new AuthenticationException("the certificate is invalid")
        );

        var problem = await Assert.ThrowsAsync<ClusterUnreachableException>(() => SendAsync(_ => throw untrusted));

        Assert.Single(bodies);
        Assert.Contains("the certificate is invalid", problem.Message);
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_not_kept_waiting()
    {
        using var impatience = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            SendAsync(
                _ =>
                {
                    impatience.Cancel();
                    return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
                },
                cancellationToken: impatience.Token
            )
        );

        Assert.Single(bodies);
    }

    private static HttpResponseMessage Busy(RetryConditionHeaderValue wait) =>
        new(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = wait } };

    private static HttpResponseMessage Forbidden(string body) =>
        new(HttpStatusCode.Forbidden) { Content = new StringContent(body) };

    private async Task<HttpResponseMessage> SendAsync(
        Func<HttpRequestMessage, HttpResponseMessage?> answer,
        HttpMethod? method = null,
        string uri = Pods,
        CancellationToken cancellationToken = default
    )
    {
        using var http = new HttpMessageInvoker(
            new ResilientHandler(RetryPolicy.Default, clock) { InnerHandler = new Server(answer, bodies) }
        );
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, uri) { Content = new StringContent("{}") };
        return await clock.RunAsync(http.SendAsync(request, cancellationToken));
    }

    private sealed class Server(Func<HttpRequestMessage, HttpResponseMessage?> answer, List<string> bodies)
        : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return answer(request)
                ?? await new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(cancellationToken);
        }
    }
}
