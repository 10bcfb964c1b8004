using System.Net;
using System.Text.Json;

namespace Octokit;

/// <summary>Tells refusals apart; a forbidden request by the words of its answer, as there is nothing else.</summary>
internal static class Refusal
{
    public static ApiException Of(Response response) =>
        response.StatusCode switch
        {
            HttpStatusCode.NotFound => new NotFoundException(response),
            HttpStatusCode.Unauthorized => new AuthorizationException(response),
            HttpStatusCode.UnprocessableEntity => new ApiValidationException(response),
            HttpStatusCode.Forbidden => Forbidden(response),
            _ => new ApiException(response),
        };

    public static ApiError ErrorOf(IResponse response)
    {
        try
        {
            using var document = JsonDocument.Parse((string)response.Body);
            return new ApiError(document.RootElement.GetProperty("message").GetString());
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new ApiError((string)response.Body);
        }
    }

    private static ForbiddenException Forbidden(Response response)
    {
        bool Says(string words) => ((string)response.Body).Contains(words, StringComparison.OrdinalIgnoreCase);
        return Says("secondary rate limit") ? new SecondaryRateLimitExceededException(response)
            : Says("rate limit exceeded") ? new RateLimitExceededException(response)
            : Says("abuse detection") ? new AbuseException(response)
            : new ForbiddenException(response);
    }
}
