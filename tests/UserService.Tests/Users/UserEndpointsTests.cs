using System.Net;
using System.Text.Json.Nodes;
using UserService.Users;

namespace UserService.Tests.Users;

public class UserEndpointsTests
{
    [Fact]
    public async Task A_created_user_is_found_at_its_location()
    {
        await using var service = await RunningService.StartAsync(time: new ManualTime());

        using var created = await service.SendAsync(
            HttpMethod.Post,
            "/users",
            """{"name":" Ada ","email":"ada@example.org"}"""
        );
        var (status, user) = await service.JsonAsync(HttpMethod.Get, created.Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal($"/users/{user["id"]}", created.Headers.Location.ToString());
        Assert.Equal(("Ada", "ada@example.org"), ((string)user["name"]!, (string)user["email"]!));
        Assert.Equal("2026-01-02T03:04:05+00:00", (string)user["createdAt"]!);
    }

    [Fact]
    public async Task A_replaced_user_keeps_its_id_and_time_of_creation()
    {
        var time = new ManualTime();
        await using var service = await RunningService.StartAsync(time: time);
        var id = await service.CreateUserAsync("ada");
        time.Advance(TimeSpan.FromHours(1));

        var (status, user) = await service.JsonAsync(
            HttpMethod.Put,
            $"/users/{id}",
            """{"name":"Grace","email":"grace@example.org"}"""
        );

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            (id, "Grace", "2026-01-02T03:04:05+00:00", "2026-01-02T04:04:05+00:00"),
            ((string)user["id"]!, (string)user["name"]!, (string)user["createdAt"]!, (string)user["updatedAt"]!)
        );
    }

    [Fact]
    public async Task A_deleted_user_is_gone()
    {
        await using var service = await RunningService.StartAsync();
        var id = await service.CreateUserAsync("ada");

        using var deleted = await service.SendAsync(HttpMethod.Delete, $"/users/{id}");
        using var read = await service.SendAsync(HttpMethod.Get, $"/users/{id}");

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
    }

    [Fact]
    public async Task Following_the_next_page_visits_every_user_once()
    {
        await using var service = await RunningService.StartAsync();
        var created = new List<string>();
        for (var i = 0; i < 5; i++)
            created.Add(await service.CreateUserAsync($"user{i}"));

        var visited = new List<string>();
        for (var path = "/users?limit=2"; path is not null; )
        {
            var (_, page) = await service.JsonAsync(HttpMethod.Get, path);
            visited.AddRange(page["items"]!.AsArray().Select(user => (string)user!["id"]!));
            path = (string?)page["next"];
        }

        Assert.Equal(created.Order(), visited.Order());
    }

    [Fact]
    public async Task A_page_has_20_users_when_the_client_does_not_say()
    {
        await using var service = await RunningService.StartAsync();
        for (var i = 0; i < 21; i++)
            await service.CreateUserAsync($"user{i}");

        var (_, page) = await service.JsonAsync(HttpMethod.Get, "/users");

        Assert.Equal(20, page["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("after=first", "after")]
    public async Task A_page_outside_the_bounds_is_refused_by_field(string query, string field)
    {
        await using var service = await RunningService.StartAsync();

        var (status, problem) = await service.JsonAsync(HttpMethod.Get, $"/users?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal([field], Fields(problem));
    }

    [Theory]
    [InlineData("""{}""", "email name")]
    [InlineData("""{"name":" ","email":"a@b"}""", "name")]
    [InlineData("""{"name":"a\u0007b","email":"a@b"}""", "name")]
    [InlineData("""{"name":"a","email":"a"}""", "email")]
    [InlineData("""{"name":"a","email":"@b"}""", "email")]
    [InlineData("""{"name":"a","email":"a@"}""", "email")]
    [InlineData("""{"name":"a","email":"a@b@c"}""", "email")]
    [InlineData("""{"name":"a","email":"a b@c"}""", "email")]
    public async Task A_user_that_is_not_valid_is_refused_by_field(string json, string fields)
    {
        await using var service = await RunningService.StartAsync();

        var (status, problem) = await service.JsonAsync(HttpMethod.Post, "/users", json);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(fields, string.Join(' ', Fields(problem)));
    }

    [Fact]
    public async Task Names_of_100_and_addresses_of_254_characters_are_the_longest()
    {
        await using var service = await RunningService.StartAsync();
        var (name, email) = (new string('n', 100), new string('e', 252) + "@x");

        var (longest, _) = await service.JsonAsync(HttpMethod.Post, "/users", Body(name, email));
        var (tooLong, problem) = await service.JsonAsync(HttpMethod.Post, "/users", Body(name + "n", "e" + email));

        Assert.Equal(HttpStatusCode.Created, longest);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong);
        Assert.Equal(["email", "name"], Fields(problem));

        static string Body(string name, string email) => $$"""{"name":"{{name}}","email":"{{email}}"}""";
    }

    [Fact]
    public async Task A_full_store_answers_507_and_says_what_to_do()
    {
        await using var service = await RunningService.StartAsync(store: new InMemoryUserStore(capacity: 0));

        var (status, problem) = await service.JsonAsync(HttpMethod.Post, "/users", """{"name":"a","email":"a@b"}""");

        Assert.Equal(HttpStatusCode.InsufficientStorage, status);
        Assert.StartsWith("The store is full: delete users", (string)problem["detail"]!);
    }

    static IEnumerable<string> Fields(JsonNode problem) => problem["errors"]!.AsObject().Select(error => error.Key);
}
