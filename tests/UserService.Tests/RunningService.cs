using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using UserService.Configuration;
using UserService.Hosting;
using UserService.Users;

namespace UserService.Tests;

/// <summary>The service on a free port of the loopback interface, and a client of it.</summary>
sealed class RunningService : IAsyncDisposable
{
    readonly WebApplication _app;

    RunningService(WebApplication app, HttpClient client)
    {
        _app = app;
        Client = client;
    }

    public static ServiceOptions Quiet { get; } =
        new()
        {
            Port = 0,
            Drain = TimeSpan.Zero,
            LogLevel = LogLevel.Critical,
        };

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public static async Task<RunningService> StartAsync(
        ServiceOptions? options = null,
        TimeProvider? time = null,
        IUserStore? store = null
    )
    {
        var app = ServiceHost.Build(options ?? Quiet, time, store);
        await app.StartAsync();
        return new RunningService(app, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? json = null) =>
        Client.SendAsync(
            new HttpRequestMessage(method, path)
            {
                Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"),
            }
        );

    public async Task<(HttpStatusCode Status, JsonNode Body)> JsonAsync(
        HttpMethod method,
        string path,
        string? json = null
    )
    {
        using var response = await SendAsync(method, path, json);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    public async Task<string> CreateUserAsync(string name)
    {
        var (_, user) = await JsonAsync(
            HttpMethod.Post,
            "/users",
            $$"""{"name":"{{name}}","email":"{{name}}@example.org"}"""
        );
        return (string)user["id"]!;
    }

    public Task<string> MetricsAsync() => Client.GetStringAsync("/metrics");

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
