using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserService.Errors;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemDocument))]
sealed partial class ProblemJson : JsonSerializerContext;
