namespace Octokit;

/// <summary>The token may not do this.</summary>
public class ForbiddenException(IResponse response) : ApiException(response);
