using System.Text.Json;

namespace Pipeline.Core.Evidence;

/// <summary>What a policy needs to know of a CycloneDX document.</summary>
internal static class CycloneDxDocument
{
    /// <summary>When the document says that it was made.</summary>
    /// <exception cref="FormatException">It is no CycloneDX document with a time.</exception>
    public static DateTimeOffset TimestampOf(string document)
    {
        try
        {
            using var json = JsonDocument.Parse(document);
            var root = json.RootElement;
            if (root.GetProperty("bomFormat").GetString() == "CycloneDX")
                return root.GetProperty("metadata").GetProperty("timestamp").GetDateTimeOffset();
        }
        catch (Exception problem)
            when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FormatException(
                $"expected a CycloneDX document with metadata.timestamp: {problem.Message}",
                problem
            );
        }

        throw new FormatException("expected a CycloneDX document, found another bomFormat");
    }
}
