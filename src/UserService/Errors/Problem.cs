using Microsoft.AspNetCore.WebUtilities;

namespace UserService.Errors;

/// <summary>An error response as RFC 9457 describes it.</summary>
sealed class Problem(int status, string? detail, SortedDictionary<string, string[]>? errors = null) : IResult
{
    public const string ContentType = "application/problem+json";

    /// <summary>A problem with the sentence that says what to do about it.</summary>
    public static Problem Of(int status, string? detail) => new(status, detail);

    /// <summary>400: one part of the request is not valid.</summary>
    public static Problem Invalid(string field, string problem) =>
        Invalid(new SortedDictionary<string, string[]> { [field] = [problem] });

    /// <summary>400: parts of the request are not valid; <paramref name="errors"/> says why for each.</summary>
    public static Problem Invalid(SortedDictionary<string, string[]> errors) =>
        new(StatusCodes.Status400BadRequest, "The request is not valid; see errors.", errors);

    public Task ExecuteAsync(HttpContext context)
    {
        var document = new ProblemDocument
        {
            // RFC 9457 4.2.1: with about:blank the title is the status code's own phrase.
            Type = "about:blank",
            Title = ReasonPhrases.GetReasonPhrase(status),
            Status = status,
            Detail = detail,
            Instance = context.Request.Path.Value,
            Errors = errors,
        };
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(document, ProblemJson.Default.ProblemDocument, ContentType);
    }
}
