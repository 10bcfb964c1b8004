using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pipeline.Images.Sbom;

/// <summary>Writes a bill of materials; the same value gives the same bytes.</summary>
public static class CycloneDxJson
{
    static readonly CycloneDxJsonContext Context = new(
        new JsonSerializerOptions(CycloneDxJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = true,
            NewLine = "\n",
        }
    );

    /// <summary>The document as indented JSON in UTF-8.</summary>
    public static byte[] Write(CycloneDxBom bom) => JsonSerializer.SerializeToUtf8Bytes(bom, Context.CycloneDxBom);
}
