using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Pipeline.Images.Documents;

/// <summary>How the documents of the OCI image specification are read and written: the same value gives the same bytes.</summary>
public static class OciJson
{
    // The default encoder would write the + of a media type as \u002B.
    static readonly OciJsonContext Context = new(
        new JsonSerializerOptions(OciJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>Image manifests.</summary>
    public static JsonTypeInfo<ImageManifest> Manifest => Context.ImageManifest;

    /// <summary>Image indexes.</summary>
    public static JsonTypeInfo<ImageIndex> Index => Context.ImageIndex;

    /// <summary>Image configurations.</summary>
    public static JsonTypeInfo<ImageConfig> Config => Context.ImageConfig;

    /// <summary>The file <c>oci-layout</c>.</summary>
    public static JsonTypeInfo<LayoutVersion> Version => Context.LayoutVersion;

    /// <summary>The document as the bytes whose digest names it.</summary>
    public static byte[] Write<T>(T document, JsonTypeInfo<T> type) =>
        JsonSerializer.SerializeToUtf8Bytes(document, type);
}
