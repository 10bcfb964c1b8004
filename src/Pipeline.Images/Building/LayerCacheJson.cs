using System.Text.Json.Serialization;

namespace Pipeline.Images.Building;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(CachedLayer))]
sealed partial class LayerCacheJson : JsonSerializerContext;
