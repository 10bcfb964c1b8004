using System.Text.Json.Serialization;

namespace Pipeline.Images.Sbom;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(CycloneDxBom))]
sealed partial class CycloneDxJsonContext : JsonSerializerContext;
