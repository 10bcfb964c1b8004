using System.Globalization;
using UserService.Errors;

namespace UserService.Users;

/// <summary>The routes under <c>/users</c>.</summary>
static class UserEndpoints
{
    public const string Path = "/users";

    const int DefaultLimit = 20;
    const int MaxLimit = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/users", List);
        routes.MapPost("/users", CreateAsync);
        routes.MapGet("/users/{id}", Read);
        routes.MapPut("/users/{id}", ReplaceAsync);
        routes.MapDelete("/users/{id}", Delete);
    }

    static IResult List(IUserStore store, string? limit, string? after)
    {
        var count = DefaultLimit;
        if (limit is not null && !IsLimit(limit, out count))
            return Problem.Invalid("limit", $"must be a whole number from 1 to {MaxLimit}");

        var last = Guid.Empty;
        if (after is not null && !Guid.TryParse(after, out last))
            return Problem.Invalid("after", "must be the id of a user");

        // One more than asked for tells whether there is a next page.
        var found = store.List(last, count + 1);
        if (found.Count <= count)
            return TypedResults.Ok(new UserPage(found, Next: null));

        var items = found.Take(count).ToArray();
        return TypedResults.Ok(new UserPage(items, $"{Path}?limit={count}&after={items[^1].Id}"));
    }

    static async Task<IResult> CreateAsync(HttpRequest request, IUserStore store, TimeProvider time)
    {
        var (draft, problem) = await UserDraftReader.ReadAsync(request);
        if (draft is null)
            return problem;

        var now = time.GetUtcNow();
        var user = new User(Guid.CreateVersion7(now), draft.Name, draft.Email, now, now);
        return store.TryAdd(user)
            ? TypedResults.Created($"{Path}/{user.Id}", user)
            : Problem.Of(
                StatusCodes.Status507InsufficientStorage,
                "The store is full: delete users that are no longer needed, then try again."
            );
    }

    static IResult Read(string id, IUserStore store) =>
        Guid.TryParse(id, out var key) && store.Find(key) is { } user ? TypedResults.Ok(user) : NoSuchUser(id);

    static async Task<IResult> ReplaceAsync(string id, HttpRequest request, IUserStore store, TimeProvider time)
    {
        var (draft, problem) = await UserDraftReader.ReadAsync(request);
        if (draft is null)
            return problem;

        var now = time.GetUtcNow();
        return
            Guid.TryParse(id, out var key)
            && store.Change(key, user => user with { Name = draft.Name, Email = draft.Email, UpdatedAt = now })
                is { } changed
            ? TypedResults.Ok(changed)
            : NoSuchUser(id);
    }

    static IResult Delete(string id, IUserStore store) =>
        Guid.TryParse(id, out var key) && store.Remove(key) ? TypedResults.NoContent() : NoSuchUser(id);

    static Problem NoSuchUser(string id) => Problem.Of(StatusCodes.Status404NotFound, $"There is no user {id}.");

    static bool IsLimit(string text, out int limit) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MaxLimit;
}
