namespace UserService.Users;

/// <summary>A page of users in the order of their ids, and the address of the next page, null on the last.</summary>
sealed record UserPage(IReadOnlyList<User> Items, string? Next);
