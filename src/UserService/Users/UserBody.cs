namespace UserService.Users;

/// <summary>What a client sends to create or replace a user, before it is checked.</summary>
sealed record UserBody(string? Name, string? Email)
{
    const int MaxNameLength = 100;

    // RFC 5321 4.5.3.1.3 leaves 254 characters for an address.
    const int MaxEmailLength = 254;

    /// <summary>The draft in it, or null; then <paramref name="problems"/> says what is wrong with which field.</summary>
    public UserDraft? Validate(out SortedDictionary<string, string[]> problems)
    {
        problems = new SortedDictionary<string, string[]>(StringComparer.Ordinal);

        var name = Name?.Trim() ?? "";
        if (name.Length is 0 or > MaxNameLength || name.Any(char.IsControl))
            problems["name"] = [$"must be 1 to {MaxNameLength} characters, not blank and without control characters"];

        var email = Email ?? "";
        if (email.Length > MaxEmailLength || !LooksLikeAnAddress(email))
            problems["email"] = [$"must be an e-mail address of at most {MaxEmailLength} characters"];

        return problems.Count == 0 ? new UserDraft(name, email) : null;
    }

    static bool LooksLikeAnAddress(string text)
    {
        var at = text.IndexOf('@');
        return at > 0
            && at == text.LastIndexOf('@')
            && at < text.Length - 1
            && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));
    }
}
