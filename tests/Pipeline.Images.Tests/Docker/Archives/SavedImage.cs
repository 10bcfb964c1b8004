using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Pipeline.Images.Tests.Docker.Archives;

/// <summary>Writes what <c>docker save</c> writes for an image with two layers, the second of which is the first again.</summary>
static class SavedImage
{
    /// <summary>A layer with one file.</summary>
    public static byte[] Layer { get; } = Tar([("app/Users", "program"u8.ToArray(), null)]);

    public static byte[] Config(string? diffId = null) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                os = "linux",
                architecture = "amd64",
                config = new { Healthcheck = new { Test = new[] { "CMD", "/app/Users" } } },
                rootfs = new { type = "layers", diff_ids = new[] { diffId ?? DiffId, DiffId } },
                docker_version = "20.10",
            }
        );

    /// <summary>Before Docker 25: a folder per layer, and a link for a layer that is there already.</summary>
    public static Stream Older(string? diffId = null) =>
        new MemoryStream(
            Tar([
                ("one/layer.tar", Layer, null),
                ("two/layer.tar", null, "../one/layer.tar"),
                ("c.json", Config(diffId), null),
                ("manifest.json", Manifest("c.json", "one/layer.tar", "two/layer.tar"), null),
            ])
        );

    /// <summary>Since Docker 25, with the containerd store: an OCI layout with compressed layers.</summary>
    public static Stream Newer() =>
        new MemoryStream(
            Tar([
                ("manifest.json", Manifest("blobs/sha256/c", "blobs/sha256/l", "blobs/sha256/l"), null),
                ("blobs/sha256/c", Config(), null),
                ("blobs/sha256/l", Gzip(Layer), null),
                ("oci-layout", "{}"u8.ToArray(), null),
            ])
        );

    public static Stream WithoutLayers() =>
        new MemoryStream(Tar([("manifest.json", Manifest("c.json", "gone.tar"), null), ("c.json", Config(), null)]));

    private static string DiffId => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Layer))}";

    private static byte[] Manifest(string config, params string[] layers) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new[]
            {
                new
                {
                    Config = config,
                    RepoTags = new[] { "x:1" },
                    Layers = layers,
                },
            }
        );

    private static byte[] Gzip(byte[] content)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest))
            gzip.Write(content);
        return output.ToArray();
    }

    private static byte[] Tar(IEnumerable<(string Name, byte[]? Content, string? Link)> entries)
    {
        var output = new MemoryStream();
        using (var tar = new TarWriter(output, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var (name, content, link) in entries)
                tar.WriteEntry(
                    link is null
                        ? new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content!) }
                        : new UstarTarEntry(TarEntryType.SymbolicLink, name) { LinkName = link }
                );
        }

        return output.ToArray();
    }
}
