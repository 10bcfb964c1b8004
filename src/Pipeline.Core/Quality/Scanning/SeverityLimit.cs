namespace Pipeline.Core.Quality.Scanning;

/// <summary>How many findings of a severity are accepted.</summary>
/// <param name="Severity">CRITICAL, HIGH, MEDIUM, LOW or UNKNOWN.</param>
/// <param name="Maximum">The most that are accepted; 0 for none.</param>
/// <param name="FixableOnly">Whether vulnerabilities without a fix do not count.</param>
public sealed record SeverityLimit(string Severity, int Maximum, bool FixableOnly = false);
