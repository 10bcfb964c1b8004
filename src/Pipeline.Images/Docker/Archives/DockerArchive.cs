using System.Collections.Immutable;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Pipeline.Images.Building;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Docker.Archives;

/// <summary>
/// What <c>docker save</c> writes, unpacked: the older form with a folder per layer as well as the newer one, which is an OCI layout too.
/// </summary>
/// <remarks>Layers are compressed anew as <see cref="OciImageBuilder"/> compresses them; the configuration, and so the engine's image ID, stays.</remarks>
internal sealed class DockerArchive
{
    private readonly Dictionary<string, string> files = [];
    private readonly Dictionary<string, string> links = [];

    /// <summary>Reads an archive into a folder, under names of our own: those in the archive lead nowhere.</summary>
    public static async Task<DockerArchive> UnpackAsync(
        Stream content,
        string folder,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(folder);
        var archive = new DockerArchive();
        await using var tar = new TarReader(content);
        while (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            if (entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink)
                archive.links[entry.Name] = Target(entry);
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
                continue;

            var path = Path.Combine(folder, archive.files.Count.ToString(CultureInfo.InvariantCulture));
            await entry.ExtractToFileAsync(path, overwrite: false, cancellationToken);
            archive.files[entry.Name] = path;
        }

        return archive;
    }

    /// <summary>Writes the archive's only image into a layout and tags it.</summary>
    /// <exception cref="ImageBuildException">The archive has no image, or a layer is not what the configuration says.</exception>
    public async Task<BuiltImage> CopyAsync(OciLayout layout, string tag, CancellationToken cancellationToken)
    {
        var manifest = await ReadManifestAsync(cancellationToken);
        var configBytes = await File.ReadAllBytesAsync(Find(manifest.Config), cancellationToken);
        var diffIds = DiffIds(configBytes);
        var layers = ImmutableArray.CreateBuilder<BuiltLayer>();
        foreach (var path in manifest.Layers)
        {
            var layer = await CopyLayerAsync(layout, path, layers.Count + 1, cancellationToken);
            if (layers.Count >= diffIds.Length || diffIds[layers.Count] != layer.DiffId)
                throw new ImageBuildException($"docker save: layer {path} is not the one that the configuration lists");
            layers.Add(layer);
        }

        var config = await layout.WriteBlobAsync(configBytes, MediaTypes.Config, cancellationToken);
        return await BuiltImage.CompleteAsync(layout, tag, config, layers.ToImmutable(), cancellationToken);
    }

    private async Task<BuiltLayer> CopyLayerAsync(
        OciLayout layout,
        string path,
        int number,
        CancellationToken cancellationToken
    )
    {
        await using var content = await OpenTarAsync(Find(path), cancellationToken);
        await using var blob = layout.CreateBlob();
        await using var gzip = new ParallelGzipStream(blob, LayerBuilder.CompressionLevel);
        await using var tar = new HashingStream(gzip);
        await content.CopyToAsync(tar, cancellationToken);
        await gzip.CompleteAsync(cancellationToken);
        var descriptor = await blob.CompleteAsync(MediaTypes.LayerTarGzip, cancellationToken: cancellationToken);
        return new BuiltLayer($"layer {number}", descriptor, tar.Digest(), FileCount: 0, Reused: false);
    }

    private async Task<ArchiveManifest> ReadManifestAsync(CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(Find("manifest.json"));
        var images = await JsonSerializer.DeserializeAsync<ImmutableArray<ArchiveManifest>>(
            content,
            cancellationToken: cancellationToken
        );
        return images is [var only]
            ? only
            : throw new ImageBuildException($"docker save: expected one image in manifest.json, found {images.Length}");
    }

    // A layer that another image has too is stored once, and linked to.
    private string Find(string name) =>
        files.TryGetValue(name, out var path) ? path
        : links.TryGetValue(name, out var target) && files.TryGetValue(target, out path) ? path
        : throw new ImageBuildException(
            $"docker save: expected {name} in the archive, found {files.Count} other files"
        );

    private static string Target(TarEntry link) =>
        link.EntryType == TarEntryType.HardLink
            ? link.LinkName
            : Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", link.Name, "..", link.LinkName)));

    private static ImmutableArray<Digest> DiffIds(byte[] config)
    {
        using var document = JsonDocument.Parse(config);
        var diffIds = document.RootElement.GetProperty("rootfs").GetProperty("diff_ids").EnumerateArray();
        return [.. diffIds.Select(each => Digest.Parse(each.GetString()!))];
    }

    private static async Task<Stream> OpenTarAsync(string path, CancellationToken cancellationToken)
    {
        var file = File.OpenRead(path);
        var head = new byte[2];
        var read = await file.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, cancellationToken);
        file.Position = 0;
        return read == 2 && head is [0x1f, 0x8b] ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}
