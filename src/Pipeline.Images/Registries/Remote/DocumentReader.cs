using System.Text.Json;

namespace Pipeline.Images.Registries.Remote;

/// <summary>Reads small JSON answers and refuses large ones.</summary>
static class DocumentReader
{
    const int MaxBytes = 4 << 20;

    public static async Task<byte[]> ReadAsync(
        HttpResponseMessage response,
        Uri address,
        CancellationToken cancellationToken
    )
    {
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        var document = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = await content.ReadAsync(buffer, cancellationToken)) > 0; )
        {
            document.Write(buffer, 0, count);
            if (document.Length > MaxBytes)
                throw new RegistryException(
                    $"{address}: the answer has more than 4 MiB, which no manifest or list may have."
                );
        }

        return document.ToArray();
    }

    public static IReadOnlyList<string> Tags(byte[] page, Uri address)
    {
        try
        {
            using var document = JsonDocument.Parse(page);
            var tags = document.RootElement.GetProperty("tags");
            return tags.ValueKind == JsonValueKind.Null
                ? []
                : [.. tags.EnumerateArray().Select(tag => tag.GetString()!)];
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new RegistryException($"{address}: expected a JSON object with tags: {exception.Message}", exception);
        }
    }
}
