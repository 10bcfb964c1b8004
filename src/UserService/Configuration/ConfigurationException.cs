namespace UserService.Configuration;

/// <summary>The environment variables cannot be used; the message has one line for each that is wrong.</summary>
sealed class ConfigurationException(IReadOnlyList<string> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
