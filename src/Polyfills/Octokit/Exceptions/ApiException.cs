using System.Net;

namespace Octokit;

/// <summary>GitHub refused a request.</summary>
public class ApiException : Exception
{
    public ApiException(IResponse response)
    {
        HttpResponse = response;
        StatusCode = response.StatusCode;
        ApiError = Refusal.ErrorOf(response);
    }

    public IResponse HttpResponse { get; }

    public HttpStatusCode StatusCode { get; }

    public ApiError ApiError { get; }

    public override string Message => ApiError.Message ?? "An error occurred with this API request";
}
