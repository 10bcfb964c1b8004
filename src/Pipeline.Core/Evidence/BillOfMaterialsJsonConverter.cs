using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Core.Evidence;

/// <summary>The JSON form of a bill of materials is the document itself, without anything around it.</summary>
public sealed class BillOfMaterialsJsonConverter : JsonConverter<EvidencePredicate.BillOfMaterials>
{
    /// <inheritdoc/>
    public override EvidencePredicate.BillOfMaterials Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var json = document.RootElement.GetRawText();
        try
        {
            CycloneDxDocument.TimestampOf(json);
        }
        catch (FormatException problem)
        {
            throw new JsonException(problem.Message, problem);
        }

        return new EvidencePredicate.BillOfMaterials(json);
    }

    /// <inheritdoc/>
    public override void Write(
        Utf8JsonWriter writer,
        EvidencePredicate.BillOfMaterials value,
        JsonSerializerOptions options
    )
    {
        using var document = JsonDocument.Parse(value.Document);
        document.WriteTo(writer);
    }
}
