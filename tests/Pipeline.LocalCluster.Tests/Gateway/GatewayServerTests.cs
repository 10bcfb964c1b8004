using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.LocalCluster.Gateway;
using Pipeline.LocalCluster.Hosting;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Gateway;

public sealed class GatewayServerTests : IAsyncLifetime
{
    private readonly StoreFixture _fixture = new();
    private readonly List<OriginServer> _origins = [];
    private readonly HttpClient _client = new();
    private GatewayServer? _gateway;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _client.Dispose();
        if (_gateway is not null)
            await _gateway.DisposeAsync();
        foreach (var origin in _origins)
            await origin.DisposeAsync();
        await _fixture.DisposeAsync();
    }

    [Fact]
    public async Task Traffic_is_split_exactly_by_weight()
    {
        await _fixture.ServiceAsync("a", await SayingAsync("a"));
        await _fixture.ServiceAsync("b", await SayingAsync("b"));
        await _fixture.SplitAsync(95, 5);
        await OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => GetAsync()));

        Assert.Equal(10, answers.Count(answer => answer == "b"));
    }

    [Fact]
    public async Task A_changed_weight_takes_effect_at_once()
    {
        await _fixture.ServiceAsync("a", await SayingAsync("a"));
        await _fixture.ServiceAsync("b", await SayingAsync("b"));
        await _fixture.SplitAsync(100, 0);
        await OpenAsync();

        await _fixture.SplitAsync(0, 100);
        await UntilAsync("b");
        var rest = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => GetAsync()));

        Assert.All(rest, answer => Assert.Equal("b", answer));
    }

    [Fact]
    public async Task A_request_arrives_as_it_was_sent()
    {
        var origin = await StartAsync(async context =>
        {
            var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            var request = context.Request;
            await context.Response.WriteAsync(
                $"{request.Method} {request.GetEncodedUrl()} {request.Headers["X-Mine"]} {request.ContentType} {body} "
                    + $"{request.Headers["X-Forwarded-For"]} {request.Headers["X-Forwarded-Proto"]} {request.Headers.Connection}"
            );
        });
        await ServeAsync(origin);

        var request = Request("/users%2F7?name=a%20b", HttpMethod.Post);
        request.Headers.Add("X-Mine", "yes");
        request.Headers.Add("X-Forwarded-For", "10.0.0.1");
        request.Content = new StringContent("hello", Encoding.UTF8, "text/plain");
        var answer = await _client.SendAsync(request);

        Assert.Equal(
            "POST http://shop.localhost/users%2F7?name=a%20b yes text/plain; charset=utf-8 hello 10.0.0.1, 127.0.0.1 http ",
            await answer.Content.ReadAsStringAsync()
        );
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_passed_on()
    {
        var origin = await StartAsync(context => context.Request.Body.CopyToAsync(context.Response.Body));
        await ServeAsync(origin);

        var request = Request("/", HttpMethod.Post);
        request.Headers.TransferEncodingChunked = true;
        request.Content = new StringContent(new string('x', 100_000));
        var answer = await _client.SendAsync(request);

        Assert.Equal(100_000, (await answer.Content.ReadAsStringAsync()).Length);
    }

    [Fact]
    public async Task An_answer_arrives_as_it_was_given()
    {
        var origin = await StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.Headers.Location = "/users/7";
            context.Response.Headers.SetCookie = new(["a=1", "b=2"]);
            context.Response.Headers.Connection = "X-Internal";
            context.Response.Headers["X-Internal"] = "secret";
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync("{}");
        });
        await ServeAsync(origin);

        var answer = await _client.SendAsync(Request("/"));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("/users/7", answer.Headers.Location?.ToString());
        Assert.Equal(["a=1", "b=2"], answer.Headers.GetValues("Set-Cookie"));
        Assert.False(answer.Headers.Contains("X-Internal"));
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task An_answer_is_passed_on_piece_by_piece()
    {
        var finish = new TaskCompletionSource();
        var origin = await StartAsync(async context =>
        {
            await context.Response.WriteAsync("first");
            await context.Response.Body.FlushAsync();
            await finish.Task;
            await context.Response.WriteAsync("second");
        });
        await ServeAsync(origin);

        var answer = await _client.SendAsync(Request("/"), HttpCompletionOption.ResponseHeadersRead);
        var stream = await answer.Content.ReadAsStreamAsync();
        var first = new byte[5];
        await stream.ReadExactlyAsync(first);
        finish.SetResult();
        var second = await new StreamReader(stream).ReadToEndAsync();

        Assert.Equal("first", Encoding.UTF8.GetString(first));
        Assert.Equal("second", second);
    }

    [Fact]
    public async Task A_dead_endpoint_is_passed_over()
    {
        await _fixture.PutAsync(
            GroupResource.EndpointSlices,
            "dead",
            """
            {"metadata":{"name":"dead","namespace":"shop","labels":{"kubernetes.io/service-name":"a"}},
             "ports":[{"name":"http","port":1}],"endpoints":[{"addresses":["127.0.0.1"]}]}
            """
        );
        await ServeAsync(await SayingAsync("alive"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => GetAsync()));

        Assert.All(answers, answer => Assert.Equal("alive", answer));
    }

    [Fact]
    public async Task A_request_that_the_service_may_have_seen_is_not_repeated()
    {
        var seen = 0;
        RequestDelegate die = context =>
        {
            Interlocked.Increment(ref seen);
            context.Abort();
            return Task.CompletedTask;
        };
        var first = await StartAsync(die);
        await ServeAsync(first, first);

        var answer = await _client.SendAsync(Request("/", HttpMethod.Post));

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal(1, seen);
    }

    [Fact]
    public async Task A_removed_endpoint_finishes_what_it_has_and_gets_nothing_new()
    {
        var arrived = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        var old = await StartAsync(async context =>
        {
            if (context.Request.Path == "/slow")
            {
                arrived.TrySetResult();
                await finish.Task;
            }

            await context.Response.WriteAsync("old");
        });
        await ServeAsync(old);
        var inFlight = _client.SendAsync(Request("/slow"));
        await arrived.Task;

        await _fixture.EndpointsAsync("a", await SayingAsync("new"));
        await UntilAsync("new");
        finish.SetResult();

        Assert.Equal("old", await (await inFlight).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_unknown_host_is_named_in_a_404()
    {
        await ServeAsync();

        var answer = await _client.SendAsync(Request("/", host: "nobody.localhost"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.ToString());
        Assert.Contains("nobody.localhost", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_without_ready_endpoints_is_a_503()
    {
        await ServeAsync();

        var answer = await _client.SendAsync(Request("/"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("shop/a", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_nobody_listens_on_is_a_502()
    {
        await ServeAsync(OriginServer.DeadEndpoint());

        var answer = await _client.SendAsync(Request("/"));

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
    }

    [Fact]
    public async Task A_rule_that_asks_for_too_much_is_a_500_that_says_what()
    {
        await _fixture.RouteAsync("shop", """{"rules":[{"filters":[{"type":"RequestMirror"}]}]}""");
        await OpenAsync();

        var answer = await _client.SendAsync(Request("/"));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("RequestMirror", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backend_that_does_not_exist_is_a_500_that_says_which()
    {
        await _fixture.SplitAsync(100, 0);
        await OpenAsync();

        var answer = await _client.SendAsync(Request("/"));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("shop/a: no such Service", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_without_weight_is_a_500()
    {
        await _fixture.SplitAsync(0, 0);
        await OpenAsync();

        var answer = await _client.SendAsync(Request("/"));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task Requests_and_latencies_are_shown_by_backend()
    {
        await ServeAsync(await SayingAsync("hello"));

        await GetAsync();
        var metrics = await _client.SendAsync(Request("/-/metrics", host: "localhost"));

        Assert.Contains(
            """gateway_requests_total{namespace="shop",service="a",code="200"}""",
            await metrics.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Stopping_waits_for_requests_in_flight()
    {
        var arrived = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        var origin = await StartAsync(async context =>
        {
            if (context.Request.Path == "/slow")
            {
                arrived.TrySetResult();
                await finish.Task;
            }

            await context.Response.WriteAsync("done");
        });
        await ServeAsync(origin);
        var inFlight = _client.SendAsync(Request("/slow"));
        await arrived.Task;

        var stopping = _gateway!.StopAsync(CancellationToken.None);
        finish.SetResult();
        await stopping;

        Assert.Equal("done", await (await inFlight).Content.ReadAsStringAsync());
    }

    private async Task OpenAsync()
    {
        // The API's socket is nobody's concern here.
        var sockets = ClusterSockets.Bind(new ClusterOptions { Root = "/", Registry = "/" });
        sockets.Api.Dispose();
        _client.BaseAddress = sockets.GatewayAddress;
        _gateway = new GatewayServer(
            _fixture.Store,
            sockets,
            TimeProvider.System,
            new Random(1),
            NullLoggerFactory.Instance
        );
        await _gateway.StartAsync(CancellationToken.None);
    }

    private async Task<string> StartAsync(RequestDelegate answer)
    {
        var origin = await OriginServer.StartAsync(answer);
        _origins.Add(origin);
        return origin.Endpoint;
    }

    private Task<string> SayingAsync(string text) => StartAsync(context => context.Response.WriteAsync(text));

    private async Task ServeAsync(params string[] endpoints)
    {
        await _fixture.ServiceAsync("a", endpoints);
        await _fixture.SplitAsync(100, 0);
        await OpenAsync();
    }

    private static HttpRequestMessage Request(string path, HttpMethod? method = null, string host = "shop.localhost")
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.Host = host;
        return request;
    }

    private async Task<string> GetAsync() => await (await _client.SendAsync(Request("/"))).Content.ReadAsStringAsync();

    private async Task UntilAsync(string answer)
    {
        while (await GetAsync() != answer) { }
    }
}
