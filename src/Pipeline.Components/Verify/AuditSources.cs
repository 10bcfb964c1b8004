using System.Text.Json;

namespace Pipeline.Components.Verify;

/// <summary>Asks package sources whether they know which packages are vulnerable.</summary>
internal static class AuditSources
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Whether one of the sources has audit data; NuGet says nothing when none has, and reports no vulnerability.</summary>
    /// <param name="sources">Addresses of NuGet sources, version 3, or folders.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <seealso href="https://learn.microsoft.com/nuget/api/vulnerability-info"/>
    public static async Task<bool> HaveDataAsync(IEnumerable<string> sources, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = Patience };
        foreach (var source in sources)
        {
            if (
                Uri.TryCreate(source, UriKind.Absolute, out var address)
                && address.Scheme is "http" or "https"
                && await HasDataAsync(http, address, cancellationToken)
            )
                return true;
        }

        return false;
    }

    private static async Task<bool> HasDataAsync(HttpClient http, Uri source, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await http.GetStreamAsync(source, cancellationToken);
            using var index = await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken);
            return index.RootElement.TryGetProperty("resources", out var resources)
                && resources.EnumerateArray().Any(IsVulnerabilityList);
        }
        catch (Exception problem)
            when (problem is HttpRequestException or JsonException or InvalidOperationException
                || (problem is TaskCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            // Whoever does not answer knows nothing.
            return false;
        }
    }

    private static bool IsVulnerabilityList(JsonElement resource) =>
        resource.TryGetProperty("@type", out var type)
        && type.ValueKind == JsonValueKind.String
        && type.GetString()!.StartsWith("VulnerabilityInfo/", StringComparison.Ordinal);
}
