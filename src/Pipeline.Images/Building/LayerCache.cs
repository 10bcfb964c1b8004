using System.Text.Json;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Building;

/// <summary>Remembers which layer came of which files, in one small file for each layer.</summary>
sealed class LayerCache(string directory)
{
    readonly LayoutFiles _files = new(directory);

    /// <summary>The layer that was built from these inputs, or null; an unreadable entry counts as none.</summary>
    public async Task<CachedLayer?> FindAsync(Digest key, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(PathOf(key));
            return await JsonSerializer.DeserializeAsync(file, LayerCacheJson.Default.CachedLayer, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Remembers a layer; the entry appears whole or not at all.</summary>
    public async Task StoreAsync(Digest key, CachedLayer layer, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(layer, LayerCacheJson.Default.CachedLayer);
        await _files.ReplaceAsync(PathOf(key), json, cancellationToken);
    }

    string PathOf(Digest key) => Path.Combine(directory, $"{key.Hex}.json");
}
