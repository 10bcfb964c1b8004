namespace Octokit;

/// <summary>What GitHub says about a refusal.</summary>
public class ApiError
{
    public ApiError(string message)
    {
        Message = message;
    }

    public string Message { get; }
}
