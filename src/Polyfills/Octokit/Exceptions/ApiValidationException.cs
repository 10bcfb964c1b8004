namespace Octokit;

/// <summary>What was sent is not valid, for example because it is there already.</summary>
public class ApiValidationException(IResponse response) : ApiException(response);
