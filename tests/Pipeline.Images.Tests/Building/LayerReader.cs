using System.Formats.Tar;
using System.IO.Compression;
using Pipeline.Images.Building;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Tests.Building;

/// <summary>Lists the files of a layer, as any reader of gzip and tar sees them.</summary>
static class LayerReader
{
    public static async Task<List<TarEntry>> ReadAsync(BuiltImage image, string name)
    {
        var layer = image.Layers.Single(layer => layer.Name == name);
        await using var blob = OciLayout.Open(image.LayoutDirectory).OpenBlob(layer.Descriptor);
        await using var tar = new GZipStream(blob, CompressionMode.Decompress);
        return await EntriesAsync(tar);
    }

    public static async Task<List<TarEntry>> EntriesAsync(Stream tar)
    {
        await using var reader = new TarReader(tar);
        var entries = new List<TarEntry>();
        while (await reader.GetNextEntryAsync(copyData: true) is { } entry)
            entries.Add(entry);
        return entries;
    }
}
