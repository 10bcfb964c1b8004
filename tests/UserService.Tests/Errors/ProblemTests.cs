using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using UserService.Users;

namespace UserService.Tests.Errors;

public class ProblemTests
{
    const string Ada = """{"name":"Ada","email":"ada@example.org"}""";
    const string Unknown = "/users/00000000-0000-0000-0000-000000000001";

    [Theory]
    [InlineData("GET", "/nowhere", null, 404, null)]
    [InlineData("GET", Unknown, null, 404, "There is no user 00000000-0000-0000-0000-000000000001.")]
    [InlineData("GET", "/users/ada", null, 404, "There is no user ada.")]
    [InlineData("PUT", "/users/ada", Ada, 404, "There is no user ada.")]
    [InlineData("PUT", Unknown, "{}", 400, "The request is not valid; see errors.")]
    [InlineData("DELETE", Unknown, null, 404, "There is no user 00000000-0000-0000-0000-000000000001.")]
    [InlineData("PATCH", "/users", null, 405, null)]
    [InlineData("POST", "/users", null, 415, "The body must be application/json.")]
    [InlineData("POST", "/users", "", 400, "The body is not valid: *")]
    [InlineData("POST", "/users", "{\"name\":", 400, "The body is not valid: *")]
    [InlineData("POST", "/users", "null", 400, "The body must be a JSON object with name and email; it is null.")]
    [InlineData("POST", "/users", "[]", 400, "The body is not valid: *")]
    public async Task Every_refusal_is_a_problem_document(
        string method,
        string path,
        string? json,
        int status,
        string? detail
    )
    {
        await using var service = await RunningService.StartAsync();

        using var response = await service.SendAsync(new HttpMethod(method), path, json);

        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            ("about:blank", status, path),
            ((string)problem["type"]!, (int)problem["status"]!, (string)problem["instance"]!)
        );
        Assert.Matches(
            detail is null ? "^$" : $"^{detail.Replace(".", "\\.").Replace("*", ".+")}$",
            (string?)problem["detail"] ?? ""
        );
    }

    [Fact]
    public async Task A_body_over_64_KiB_is_refused()
    {
        await using var service = await RunningService.StartAsync();

        var (status, problem) = await service.JsonAsync(
            HttpMethod.Post,
            "/users",
            $$"""{"name":"{{new string('n', 70_000)}}"}"""
        );

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal(413, (int)problem["status"]!);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_unexpected_failure_is_described_only_in_debug_mode(bool debugMode)
    {
        await using var service = await RunningService.StartAsync(
            RunningService.Quiet with
            {
                DebugMode = debugMode,
            },
            store: new BrokenStore()
        );

        var (status, problem) = await service.JsonAsync(HttpMethod.Get, Unknown);

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal(debugMode, ((string?)problem["detail"])?.Contains("the disk is on fire") ?? false);
    }

    [Fact]
    public async Task A_client_that_goes_away_harms_nobody()
    {
        await using var service = await RunningService.StartAsync();
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(service.Address.Host, service.Address.Port);
            await client
                .GetStream()
                .WriteAsync(
                    Encoding.ASCII.GetBytes(
                        "POST /users HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
                    )
                );
        }

        using var response = await service.SendAsync(HttpMethod.Get, "/users");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    sealed class BrokenStore : IUserStore
    {
        public bool TryAdd(User user) => throw new NotSupportedException();

        public User? Find(Guid id) => throw new IOException("the disk is on fire");

        public IReadOnlyList<User> List(Guid after, int limit) => throw new NotSupportedException();

        public User? Change(Guid id, Func<User, User> change) => throw new NotSupportedException();

        public bool Remove(Guid id) => throw new NotSupportedException();
    }
}
