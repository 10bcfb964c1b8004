using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Pipeline.Images;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;

namespace Pipeline.LocalCluster.Tests.Node;

/// <summary>Writes small images into a layout directory.</summary>
internal static class TestImage
{
    private const UnixFileMode Executable = (UnixFileMode)0b111_101_101;

    /// <summary>An image whose entrypoint <c>/app/run</c> is a shell script; the reference that a pod names it by.</summary>
    public static async Task<string> ScriptAsync(string layout, string script, params string[] environment) =>
        $"registry.example/test@{await WriteAsync(
            layout,
            new ContainerConfig { Entrypoint = ["/app/run"], WorkingDir = "/app", Env = environment },
            Tar(File("app/run", "#!/bin/sh\n" + script))
        )}";

    /// <summary>An image of the given layers.</summary>
    public static async Task<Digest> WriteAsync(string directory, ContainerConfig config, params byte[][] layers)
    {
        var layout = await OciLayout.CreateAsync(directory);
        var descriptors = new List<Descriptor>();
        foreach (var layer in layers)
            descriptors.Add(await layout.WriteBlobAsync(Compress(layer), MediaTypes.LayerTarGzip));
        var image = new ImageConfig
        {
            Architecture = "amd64",
            Os = "linux",
            Config = config,
            RootFilesystem = new RootFilesystem { Type = "layers", DiffIds = [.. layers.Select(it => Digest.Of(it))] },
        };
        return await WriteAsync(layout, image, descriptors);
    }

    /// <summary>An image of exactly this configuration and these layers.</summary>
    public static async Task<Digest> WriteAsync(OciLayout layout, ImageConfig image, IReadOnlyList<Descriptor> layers)
    {
        var config = await layout.WriteBlobAsync(
            OciJson.Write(image, OciJson.Config),
            "application/vnd.oci.image.config.v1+json"
        );
        var manifest = new ImageManifest
        {
            SchemaVersion = 2,
            MediaType = MediaTypes.Manifest,
            Config = config,
            Layers = layers,
        };
        return (await layout.WriteBlobAsync(OciJson.Write(manifest, OciJson.Manifest), MediaTypes.Manifest)).Digest;
    }

    public static TarEntry File(string path, string content) =>
        new PaxTarEntry(TarEntryType.RegularFile, path)
        {
            Mode = Executable,
            DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)),
        };

    public static TarEntry Folder(string path) => new PaxTarEntry(TarEntryType.Directory, path) { Mode = Executable };

    public static TarEntry Link(string path, string target, TarEntryType type = TarEntryType.SymbolicLink) =>
        new PaxTarEntry(type, path) { LinkName = target };

    public static byte[] Tar(params TarEntry[] entries)
    {
        var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, leaveOpen: true))
        {
            foreach (var entry in entries)
                writer.WriteEntry(entry);
        }

        return tar.ToArray();
    }

    private static byte[] Compress(byte[] tar)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(tar);
        return compressed.ToArray();
    }
}
