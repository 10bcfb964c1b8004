using System.Text.Json;

namespace Octokit;

/// <summary>Values of enumerations as GitHub writes them: <c>in_progress</c>.</summary>
internal static class EnumText
{
    public static string Of<TEnum>(TEnum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static bool TryParse<TEnum>(string text, out TEnum value)
        where TEnum : struct => Enum.TryParse(text?.Replace("_", ""), ignoreCase: true, out value);
}
