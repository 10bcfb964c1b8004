namespace UserService.Users;

/// <summary>The valid content of a request to create or replace a user.</summary>
sealed record UserDraft(string Name, string Email);
