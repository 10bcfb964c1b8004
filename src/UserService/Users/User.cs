namespace UserService.Users;

/// <summary>A user as the service keeps and returns it.</summary>
sealed record User(Guid Id, string Name, string Email, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
