namespace UserService.Tests.Metrics;

public class MetricsEndpointTests
{
    [Fact]
    public async Task Requests_are_counted_by_route_and_not_by_path()
    {
        await using var service = await RunningService.StartAsync();
        var id = await service.CreateUserAsync("ada");
        using var found = await service.SendAsync(HttpMethod.Get, $"/users/{id}");
        using var missing = await service.SendAsync(HttpMethod.Get, "/users/nobody");
        using var nowhere = await service.SendAsync(HttpMethod.Get, "/nowhere");

        var text = await service.MetricsAsync();

        Assert.Contains("""http_requests_total{method="POST",route="/users",status="201"} 1""", text);
        Assert.Contains("""http_requests_total{method="GET",route="/users/{id}",status="200"} 1""", text);
        Assert.Contains("""http_requests_total{method="GET",route="/users/{id}",status="404"} 1""", text);
        Assert.Contains("""http_requests_total{method="GET",route="unmatched",status="404"} 1""", text);
    }

    [Fact]
    public async Task The_image_digest_is_shown()
    {
        var digest = $"sha256:{new string('b', 64)}";
        await using var service = await RunningService.StartAsync(RunningService.Quiet with { ImageDigest = digest });

        var text = await service.MetricsAsync();

        Assert.Matches($"user_service_build_info\\{{version=\"[^\"]+\",digest=\"{digest}\"\\}} 1\n", text);
    }

    [Fact]
    public async Task The_response_says_which_format_it_is()
    {
        await using var service = await RunningService.StartAsync();

        using var response = await service.SendAsync(HttpMethod.Get, "/metrics");

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType?.ToString());
    }
}
