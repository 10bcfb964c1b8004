using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using k8s;

namespace Pipeline.Kubernetes.Manifests;

/// <summary>
/// One object as a YAML document in block style. Keys have a fixed order, and every text that any YAML reader could take
/// for something else is quoted: kubectl still reads a bare <c>on</c> as a truth value, and <c>012</c> as ten.
/// </summary>
internal static partial class ManifestYaml
{
    private static readonly string[] LeadingKeys = ["apiVersion", "kind", "metadata", "name", "namespace"];

    public static string Of(object manifest)
    {
        using var json = JsonDocument.Parse(KubernetesJson.Serialize(manifest));
        var text = new StringBuilder();
        WriteMapping(text, json.RootElement, indent: 0);
        return text.ToString();
    }

    private static void WriteMapping(StringBuilder text, JsonElement mapping, int indent)
    {
        var isFirst = true;
        foreach (var entry in Ordered(mapping))
        {
            // The first key stands where the caller left off: behind a dash, or at the start of the line.
            if (!isFirst)
                text.Append(' ', indent);
            isFirst = false;
            text.Append(Scalar(entry.Name)).Append(':');
            WriteValue(text, entry.Value, indent);
        }
    }

    private static void WriteValue(StringBuilder text, JsonElement value, int indent)
    {
        if (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any())
        {
            text.Append('\n').Append(' ', indent + 2);
            WriteMapping(text, value, indent + 2);
        }
        else if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
        {
            text.Append('\n');
            foreach (var item in value.EnumerateArray())
                WriteItem(text, item, indent);
        }
        else
        {
            text.Append(' ').Append(Flow(value)).Append('\n');
        }
    }

    private static void WriteItem(StringBuilder text, JsonElement item, int indent)
    {
        text.Append(' ', indent).Append("- ");
        if (item.ValueKind == JsonValueKind.Object && item.EnumerateObject().Any())
            WriteMapping(text, item, indent + 2);
        else
            text.Append(Flow(item)).Append('\n');
    }

    private static string Flow(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Scalar(value.GetString()!) : value.GetRawText();

    // Properties come in an order that the package chooses; keys of a map in that of their insertion.
    private static IEnumerable<JsonProperty> Ordered(JsonElement mapping) =>
        mapping
            .EnumerateObject()
            .OrderBy(entry => Array.IndexOf(LeadingKeys, entry.Name) is var rank and >= 0 ? rank : LeadingKeys.Length)
            .ThenBy(entry => entry.Name, StringComparer.Ordinal);

    private static string Scalar(string text) =>
        Plain().IsMatch(text) && !Mistakable().IsMatch(text) ? text : $"\"{Escaped(text)}\"";

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var character in text)
        {
            escaped.Append(
                character switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    < ' ' or (>= '\u007f' and < '\u00a0') or '\u2028' or '\u2029' or '\ufeff' or >= '\ufffe' =>
                        $"\\u{(int)character:x4}",
                    _ => character.ToString(),
                }
            );
        }

        return escaped.ToString();
    }

    [GeneratedRegex(@"^[A-Za-z/][A-Za-z0-9/._%~-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(y|yes|n|no|true|false|on|off|null)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mistakable();
}
