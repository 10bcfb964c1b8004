namespace Octokit;

/// <summary>The token is missing or not valid.</summary>
public class AuthorizationException(IResponse response) : ApiException(response);
