using System.Text.Json;
using NuGet.Versioning;

namespace Pipeline.Components.Scanning;

/// <summary>Which versions of Trivy are trusted; the only place that says so.</summary>
public static class TrivyVersion
{
    // Releases up to 0.69.1 were withdrawn in March 2026, and 0.69.4 to 0.69.6 were published by an attacker
    // (CVE-2026-33634, GHSA-69fq-xp46-6x23).
    private static readonly VersionRange Trusted = VersionRange.Parse("[0.69.2, 1.0.0)");
    private static readonly VersionRange Malicious = VersionRange.Parse("[0.69.4, 0.69.6]");

    /// <summary>Reads what <c>trivy version --format json</c> writes.</summary>
    /// <exception cref="FormatException">It names no version.</exception>
    public static NuGetVersion Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return NuGetVersion.Parse(document.RootElement.GetProperty("Version").GetString()!);
        }
        catch (Exception problem)
            when (problem is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException(
                $"expected {{\"Version\":\"0.70.0\"}} from trivy version --format json, found '{json}'",
                problem
            );
        }
    }

    /// <summary>When the database of vulnerabilities was made, of the same answer; null when there is none yet.</summary>
    public static DateTimeOffset? DatabaseUpdatedAt(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
            document.RootElement.TryGetProperty("VulnerabilityDB", out var database)
            && database.ValueKind == JsonValueKind.Object
            && database.TryGetProperty("UpdatedAt", out var updated)
            && updated.TryGetDateTimeOffset(out var at)
            ? at
            : null;
    }

    /// <summary>Why the version must not be used, with what to do; null if it may.</summary>
    public static string? ProblemOf(NuGetVersion version)
    {
        if (Malicious.Satisfies(version))
            return $"Trivy {version} is malicious (CVE-2026-33634): remove it, rotate every secret that it could reach, install 0.70.0 or later";

        return Trusted.Satisfies(version)
            ? null
            : $"Trivy {version} is not supported: expected {Trusted.PrettyPrint()} except {Malicious.PrettyPrint()}; install 0.70.0 or later";
    }
}
