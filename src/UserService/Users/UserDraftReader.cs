using System.Text.Json;
using UserService.Errors;

namespace UserService.Users;

/// <summary>Reads a user from the body of a request.</summary>
static class UserDraftReader
{
    static readonly Problem NotAnObject = Problem.Of(
        StatusCodes.Status400BadRequest,
        "The body must be a JSON object with name and email; it is null."
    );

    /// <summary>The draft, or null and the problem to answer with.</summary>
    public static async Task<(UserDraft? Draft, Problem Problem)> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            return (null, Problem.Of(StatusCodes.Status415UnsupportedMediaType, "The body must be application/json."));

        try
        {
            var body = await request.ReadFromJsonAsync(UsersJson.Default.UserBody, request.HttpContext.RequestAborted);
            if (body is null)
                return (null, NotAnObject);

            var draft = body.Validate(out var problems);
            return (draft, Problem.Invalid(problems));
        }
        catch (JsonException exception)
        {
            return (null, Problem.Of(StatusCodes.Status400BadRequest, $"The body is not valid: {exception.Message}"));
        }
    }
}
