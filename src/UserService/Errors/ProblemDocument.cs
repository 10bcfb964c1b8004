namespace UserService.Errors;

/// <summary>The JSON of a problem, RFC 9457 section 3.1, with the extension member <c>errors</c>.</summary>
sealed record ProblemDocument
{
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required int Status { get; init; }

    public string? Detail { get; init; }

    public string? Instance { get; init; }

    public SortedDictionary<string, string[]>? Errors { get; init; }
}
