namespace Octokit;

/// <summary>Too many requests of one kind in a short time.</summary>
public class SecondaryRateLimitExceededException(IResponse response) : ForbiddenException(response);
