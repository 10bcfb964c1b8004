using System.Formats.Tar;
using Pipeline.Images.Building;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;
using Pipeline.Images.Registries;

namespace Pipeline.Images.Tests.Sbom;

/// <summary>Makes base images of a few files each.</summary>
static class ImageFiles
{
    public static async Task<BaseImage> WriteBaseAsync(
        string directory,
        params (string Path, string Content)[][] layers
    )
    {
        var layout = await OciLayout.CreateAsync(directory);
        var written = new List<Descriptor>();
        foreach (var files in layers)
            written.Add(await layout.WriteBlobAsync(Tar(files), MediaTypes.LayerTar));
        var config = new ImageConfig
        {
            Architecture = "amd64",
            Os = "linux",
            RootFilesystem = new RootFilesystem
            {
                Type = "layers",
                DiffIds = [.. written.Select(layer => layer.Digest)],
            },
        };
        var manifest = new ImageManifest
        {
            SchemaVersion = 2,
            Config = await layout.WriteBlobAsync(OciJson.Write(config, OciJson.Config), MediaTypes.Config),
            Layers = written,
        };
        var descriptor = await layout.WriteBlobAsync(OciJson.Write(manifest, OciJson.Manifest), MediaTypes.Manifest);
        await layout.TagAsync(descriptor, "base");
        return new BaseImage(new LayoutRegistry(layout), descriptor.Digest, "example.org/os/base:12");
    }

    static byte[] Tar((string Path, string Content)[] files)
    {
        var content = new MemoryStream();
        using (var tar = new TarWriter(content, leaveOpen: true))
        {
            foreach (var (path, text) in files)
                tar.WriteEntry(
                    new UstarTarEntry(TarEntryType.RegularFile, path)
                    {
                        DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)),
                    }
                );
        }

        return content.ToArray();
    }
}
