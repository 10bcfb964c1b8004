using System.Net;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Metrics.Prometheus;

namespace Pipeline.Kubernetes.Tests.Metrics.Prometheus;

public sealed class PrometheusClientTests
{
    private const string Secret = "s3cr3t+\"$";
    private static readonly DateTimeOffset Noon = DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_500);
    private static readonly PrometheusServer Server = new(new Uri("http://metrics.example/prometheus/"));

    private readonly ManualClock clock = new();

    [Fact]
    public async Task An_instant_query_names_its_moment()
    {
        var stub = new StubServer(_ => StubAnswer.Vector(0, ("", "1")));

        await Client(stub).QueryAsync("""sum(up{a="b c"}) + 1""", Noon, default);

        Assert.Equal(
            "http://metrics.example/prometheus/api/v1/query?query=sum%28up%7Ba%3D%22b%20c%22%7D%29%20%2B%201&time=1800000000.5",
            stub.Requests.Single().Uri.AbsoluteUri
        );
    }

    [Fact]
    public async Task A_range_query_names_its_ends_and_its_step()
    {
        var stub = new StubServer(_ => StubAnswer.Vector(0, ("", "1")));

        await Client(stub).QueryRangeAsync("up", Noon.AddSeconds(-20), Noon, TimeSpan.FromSeconds(10), default);

        Assert.Equal(
            "http://metrics.example/prometheus/api/v1/query_range?query=up&start=1799999980.5&end=1800000000.5&step=10",
            stub.Requests.Single().Uri.AbsoluteUri
        );
    }

    public static TheoryData<PrometheusLogin?, string?> Logins =>
        new()
        {
            { null, null },
            {
                new PrometheusLogin.Bearer { SecretVariable = "PROMETHEUS_TOKEN" },
                $"Bearer {Secret}"
            },
            {
                new PrometheusLogin.Basic("ada") { SecretVariable = "PROMETHEUS_PASSWORD" },
                "Basic YWRhOnMzY3IzdCsiJA=="
            },
        };

    [Theory]
    [MemberData(nameof(Logins))]
    public async Task The_login_goes_into_the_header(PrometheusLogin? login, string? header)
    {
        var stub = new StubServer(_ => StubAnswer.Vector(0, ("", "1")));

        await Client(stub, login).QueryAsync("up", Noon, default);

        Assert.Equal(header, stub.Requests.Single().Authorization);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_refused_login_names_its_variable_and_not_its_secret(int status)
    {
        var stub = new StubServer(_ => new StubAnswer((HttpStatusCode)status, $"no {Secret}", "text/plain"));
        var login = new PrometheusLogin.Bearer { SecretVariable = "PROMETHEUS_TOKEN" };

        var answer = await AskAsync(Client(stub, login));

        Assert.Equal(
            new PrometheusAnswer.Nothing(
                NoDataCause.Unreachable,
                $"Prometheus at http://metrics.example/prometheus/ answered {status}: it does not accept the login with the secret in PROMETHEUS_TOKEN"
            ),
            answer
        );
        Assert.Single(stub.Requests);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(599)]
    public async Task What_fails_in_passing_is_asked_again(int status)
    {
        var asked = 0;
        var stub = new StubServer(_ =>
            asked++ < 2 ? new StubAnswer((HttpStatusCode)status, "oops") : StubAnswer.Vector(0, ("", "1"))
        );

        var answer = await AskAsync(Client(stub));

        Assert.IsType<PrometheusAnswer.Series>(answer);
        Assert.InRange(clock.Elapsed, TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(600));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(422)]
    public async Task What_will_fail_again_is_asked_once(int status)
    {
        var stub = new StubServer(_ => new StubAnswer((HttpStatusCode)status, "no"));

        var answer = await AskAsync(Client(stub));

        Assert.Equal(new PrometheusAnswer.Nothing(NoDataCause.Unreachable, $"Prometheus answered {status}"), answer);
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task A_server_that_asks_for_time_gets_it()
    {
        var asked = 0;
        var stub = new StubServer(_ =>
            asked++ == 0
                ? new StubAnswer(HttpStatusCode.TooManyRequests, "later") { RetryAfter = "7" }
                : StubAnswer.Vector(0, ("", "1"))
        );

        await AskAsync(Client(stub));

        Assert.Equal(TimeSpan.FromSeconds(7), clock.Elapsed);
    }

    [Fact]
    public async Task A_server_that_stays_away_is_given_up()
    {
        var stub = new StubServer(_ => throw new HttpRequestException("connection refused"));

        var answer = await AskAsync(Client(stub));

        Assert.Equal(
            new PrometheusAnswer.Nothing(
                NoDataCause.Unreachable,
                "Prometheus at http://metrics.example/prometheus/ cannot be asked: connection refused"
            ),
            answer
        );
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_no_answer()
    {
        using var impatience = new CancellationTokenSource();
        var stub = new StubServer(_ =>
        {
            impatience.Cancel();
            throw new OperationCanceledException();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Client(stub).QueryAsync("up", Noon, impatience.Token)
        );
    }

    private Task<PrometheusAnswer> AskAsync(PrometheusClient client) =>
        clock.RunAsync(() => client.QueryAsync("up", Noon, default));

    private PrometheusClient Client(StubServer stub, PrometheusLogin? login = null) =>
        new(stub.Client(), Server with { Login = login }, Secret, clock);
}
