namespace Octokit;

/// <summary>A personal, app or workflow token.</summary>
public class Credentials
{
    public Credentials(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        Password = token;
    }

    /// <summary>The token.</summary>
    public string Password { get; }
}
