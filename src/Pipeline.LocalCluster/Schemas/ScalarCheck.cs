using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pipeline.LocalCluster.Schemas;

/// <summary>Whether a JSON value is of a scalar's format.</summary>
internal static partial class ScalarCheck
{
    public static bool Fits(JsonNode value, ScalarFormat format)
    {
        var kind = value.GetValueKind();
        return format switch
        {
            ScalarFormat.String => kind == JsonValueKind.String,
            ScalarFormat.Bool => kind is JsonValueKind.True or JsonValueKind.False,
            ScalarFormat.Number => kind == JsonValueKind.Number,
            ScalarFormat.Int32 => IsInteger(value, kind, int.MinValue, int.MaxValue),
            ScalarFormat.Int64 => IsInteger(value, kind, long.MinValue, long.MaxValue),
            ScalarFormat.IntOrString => kind == JsonValueKind.String
                || IsInteger(value, kind, int.MinValue, int.MaxValue),
            ScalarFormat.Quantity => kind == JsonValueKind.Number
                || (kind == JsonValueKind.String && QuantityText().IsMatch((string)value!)),
            ScalarFormat.Time or ScalarFormat.MicroTime => kind == JsonValueKind.String && IsTime((string)value!),
            ScalarFormat.Base64 => kind == JsonValueKind.String
                && Base64.IsValid(Encoding.UTF8.GetBytes((string)value!)),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };
    }

    private static bool IsInteger(JsonNode value, JsonValueKind kind, long minimum, long maximum) =>
        kind == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && decimal.IsInteger(number)
        && number >= minimum
        && number <= maximum;

    private static bool IsTime(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
        && text.Contains('T', StringComparison.Ordinal);

    // https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
    [GeneratedRegex(@"^[+-]?(\d+|\d+\.\d*|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$")]
    private static partial Regex QuantityText();
}
