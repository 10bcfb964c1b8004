namespace Octokit;

/// <summary>What was asked for is not there, or not for this token to see.</summary>
public class NotFoundException(IResponse response) : ApiException(response);
