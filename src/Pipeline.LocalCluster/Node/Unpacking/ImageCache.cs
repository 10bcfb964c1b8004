using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using Pipeline.Images;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;

namespace Pipeline.LocalCluster.Node.Unpacking;

/// <summary>
/// Unpacked images by digest: <c>sha256-…/rootfs</c> and <c>sha256-…/config.json</c>. A directory of that name is complete,
/// since it gets its name when it is.
/// </summary>
internal sealed class ImageCache(string directory, string layoutDirectory) : IDisposable
{
    private const string Unfinished = ".unfinished";

    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>The image, unpacked now if it was not before.</summary>
    /// <exception cref="ImagePullException">It is not in the layout, or not what its digest says.</exception>
    public async Task<UnpackedImage> GetAsync(Digest digest, CancellationToken cancel)
    {
        if (await FindAsync(digest, wasCached: true, cancel) is { } cached)
            return cached;
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            if (await FindAsync(digest, wasCached: true, cancel) is { } finished)
                return finished;
            await UnpackAsync(digest, cancel);
            return (await FindAsync(digest, wasCached: false, cancel))!;
        }
        catch (Exception e) when (IsExpected(e))
        {
            throw new ImagePullException("ErrImagePull", $"image {digest}: {e.Message}", e);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Removes the images that are not in use, and what an earlier process left unfinished.</summary>
    public void Prune(IReadOnlySet<Digest> inUse)
    {
        if (!Directory.Exists(directory))
            return;
        var kept = inUse.Select(PathOf).ToHashSet();
        foreach (var unused in Directory.EnumerateDirectories(directory).Where(path => !kept.Contains(path)).ToList())
            Directory.Delete(unused, recursive: true);
    }

    public void Dispose() => _oneAtATime.Dispose();

    private static bool IsExpected(Exception e) =>
        e
            is ImageLayoutException
                or LayerException
                or IOException
                or UnauthorizedAccessException
                or InvalidDataException;

    private async Task<UnpackedImage?> FindAsync(Digest digest, bool wasCached, CancellationToken cancel)
    {
        var path = PathOf(digest);
        if (!Directory.Exists(path))
            return null;
        await using var file = File.OpenRead(Path.Combine(path, "config.json"));
        var config = await JsonSerializer.DeserializeAsync(file, OciJson.Config, cancel);
        var root = new ImageRoot(Path.Combine(path, "rootfs"));
        return new UnpackedImage(digest, root, config?.Config ?? new ContainerConfig()) { WasCached = wasCached };
    }

    private async Task UnpackAsync(Digest digest, CancellationToken cancel)
    {
        var layout = OciLayout.Open(layoutDirectory);
        var manifest = await layout.ReadManifestAsync(digest, cancel);
        var config = await layout.ReadConfigAsync(manifest.Config.Digest, cancel);
        RefuseOtherPlatform(config);

        var unfinished = PathOf(digest) + Unfinished;
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        var root = new ImageRoot(Path.Combine(unfinished, "rootfs"));
        Directory.CreateDirectory(root.Directory);
        foreach (var layer in manifest.Layers)
            await UnpackAsync(layout, layer, root, cancel);
        await File.WriteAllBytesAsync(
            Path.Combine(unfinished, "config.json"),
            OciJson.Write(config, OciJson.Config),
            cancel
        );
        Directory.Move(unfinished, PathOf(digest));
    }

    private static async Task UnpackAsync(OciLayout layout, Descriptor layer, ImageRoot root, CancellationToken cancel)
    {
        // Nothing of a layer is believed before all of it is known to be what its digest says.
        await layout.VerifyBlobAsync(layer, cancel);
        await using var blob = layout.OpenBlob(layer);
        await using var tar = layer.MediaType switch
        {
            MediaTypes.LayerTar => blob,
            MediaTypes.LayerTarGzip => new GZipStream(blob, CompressionMode.Decompress),
            _ => throw new LayerException($"layer {layer.Digest} is of type {layer.MediaType}, which is not supported"),
        };
        try
        {
            await Task.Run(() => new LayerUnpacker(root).Unpack(tar, cancel), cancel);
        }
        catch (LayerException e)
        {
            throw new LayerException($"layer {layer.Digest}: {e.Message}");
        }
    }

    private static void RefuseOtherPlatform(ImageConfig config)
    {
        var machine = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "amd64" : "arm64";
        if (config.Os != "linux" || config.Architecture != machine)
            throw new LayerException($"it is for {config.Os}/{config.Architecture}, this machine is linux/{machine}");
    }

    private string PathOf(Digest digest) => Path.Combine(directory, $"sha256-{digest.Hex}");
}
