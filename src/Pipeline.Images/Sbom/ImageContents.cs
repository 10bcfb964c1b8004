using System.Collections.Immutable;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Pipeline.Images.Building;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Sbom;

/// <summary>The files of an image that tell what is in it, as a container sees them: upper layers hide what is below.</summary>
sealed class ImageContents
{
    const string Whiteout = ".wh.";
    const string OpaqueWhiteout = ".wh..wh..opq";
    const int MaxKeptBytes = 64 << 20;

    static readonly ImmutableArray<string> PackageDatabases =
    [
        DebianDatabase.StatusFile,
        AlpineDatabase.InstalledFile,
        "etc/os-release",
        "usr/lib/os-release",
    ];

    readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, Digest> _programs = new(StringComparer.Ordinal);

    ImageContents(ImageConfig config) => Config = config;

    /// <summary>How the image is run.</summary>
    public ImageConfig Config { get; }

    /// <summary>Package databases, their licence texts, and dependency files, by path without a leading slash.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => _files;

    /// <summary>Digests of the files beside the program, by path.</summary>
    public IReadOnlyDictionary<string, Digest> Programs => _programs;

    /// <summary>Reads all layers; throws <see cref="ImageBuildException"/> for one that cannot be read.</summary>
    public static async Task<ImageContents> ReadAsync(
        OciLayout layout,
        Digest image,
        CancellationToken cancellationToken
    )
    {
        var manifest = await layout.ReadManifestAsync(image, cancellationToken);
        var contents = new ImageContents(await layout.ReadConfigAsync(manifest.Config.Digest, cancellationToken));
        foreach (var layer in manifest.Layers)
            await contents.AddAsync(layout, layer, cancellationToken);
        return contents;
    }

    async Task AddAsync(OciLayout layout, Descriptor layer, CancellationToken cancellationToken)
    {
        await using var blob = layout.OpenBlob(layer);
        await using var content = Decompressed(blob, layer);
        try
        {
            await using var tar = new TarReader(content);
            while (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
                await AddAsync(entry, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or FormatException)
        {
            throw new ImageBuildException($"layer {layer.Digest} cannot be read: {exception.Message}", exception);
        }
    }

    async Task AddAsync(TarEntry entry, CancellationToken cancellationToken)
    {
        var path = entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name.TrimStart('/');
        var (folder, name) = path.LastIndexOf('/') is >= 0 and var slash
            ? (path[..(slash + 1)], path[(slash + 1)..])
            : ("", path);
        if (name == OpaqueWhiteout)
            Hide(folder);
        else if (name.StartsWith(Whiteout, StringComparison.Ordinal))
            Hide(folder + name[Whiteout.Length..]);
        else if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            await KeepAsync(path, entry, cancellationToken);
    }

    async Task KeepAsync(string path, TarEntry entry, CancellationToken cancellationToken)
    {
        if (IsBesideTheProgram(path))
            _programs[path] = await Digest.OfAsync(entry.DataStream ?? Stream.Null, cancellationToken);
        if (!Tells(path))
            return;
        if (entry.Length > MaxKeptBytes)
            throw new ImageBuildException(
                $"{path} in the image has {entry.Length} bytes, which no package database has."
            );

        var content = new MemoryStream((int)entry.Length);
        if (entry.DataStream is { } data)
            await data.CopyToAsync(content, cancellationToken);
        _files[path] = content.ToArray();
    }

    void Hide(string path)
    {
        bool IsHidden(string file) =>
            file == path || file.StartsWith(path.EndsWith('/') ? path : path + "/", StringComparison.Ordinal);

        foreach (var hidden in _files.Keys.Where(IsHidden).ToArray())
            _files.Remove(hidden);
        foreach (var hidden in _programs.Keys.Where(IsHidden).ToArray())
            _programs.Remove(hidden);
    }

    // A dependency file is kept as a whole; hashing it as well would read it twice.
    static bool IsBesideTheProgram(string path) =>
        path.StartsWith($"{PublishedApplication.ImageDirectory}/", StringComparison.Ordinal)
        && path.EndsWith(".dll", StringComparison.Ordinal);

    static bool Tells(string path) =>
        PackageDatabases.Contains(path)
        || path.StartsWith(DebianDatabase.StatusDirectory, StringComparison.Ordinal)
        || (
            path.StartsWith("usr/share/doc/", StringComparison.Ordinal)
            && path.EndsWith("/copyright", StringComparison.Ordinal)
        )
        || path.EndsWith(".deps.json", StringComparison.Ordinal);

    static Stream Decompressed(Stream blob, Descriptor layer) =>
        layer.MediaType switch
        {
            MediaTypes.LayerTar => blob,
            MediaTypes.LayerTarGzip or MediaTypes.DockerLayer => new GZipStream(blob, CompressionMode.Decompress),
            _ => throw new ImageBuildException(
                $"layer {layer.Digest} is {layer.MediaType}: expected a tar file, plain or in gzip. Use a base image that is not compressed with zstd."
            ),
        };
}
