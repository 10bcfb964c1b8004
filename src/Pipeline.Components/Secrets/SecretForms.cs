using System.Net;
using System.Security;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pipeline.Components.Secrets;

/// <summary>The forms in which a secret is likely to turn up in text.</summary>
internal static class SecretForms
{
    // A line or an encoding this short would be found in ordinary words.
    private const int ShortestDerivedForm = 4;
    private const int ShortestBase64Core = 8;

    /// <summary>The secret itself, its lines, and each of them in Base64, URL-encoded, and escaped as in JSON and XML.</summary>
    public static IEnumerable<string> Of(string secret) =>
        string.IsNullOrWhiteSpace(secret) ? [] : [secret, .. Derived(secret).Distinct().Where(form => form != secret)];

    private static IEnumerable<string> Derived(string secret) =>
        // A log prints the lines of a text one by one.
        secret
            .Split('\n', StringSplitOptions.TrimEntries)
            .Append(secret.Trim())
            .Append(secret)
            .Where(text => text.Length >= ShortestDerivedForm || text == secret)
            .SelectMany(text => Encodings(text).Prepend(text))
            .Where(form => form.Length >= ShortestDerivedForm);

    private static IEnumerable<string> Encodings(string text) =>
        [
            .. Base64(Encoding.UTF8.GetBytes(text)),
            Uri.EscapeDataString(text),
            LowerHex(Uri.EscapeDataString(text)),
            WebUtility.UrlEncode(text),
            LowerHex(WebUtility.UrlEncode(text)),
            JsonEncodedText.Encode(text).Value,
            JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value,
            SecurityElement.Escape(text),
        ];

    // Within a longer text, as in user:password, the encoding depends on where the secret begins; the middle of each is the same.
    private static IEnumerable<string> Base64(byte[] bytes)
    {
        var whole = Convert.ToBase64String(bytes);
        yield return whole;
        yield return UrlSafe(whole).TrimEnd('=');
        for (var before = 0; before < 3; before++)
        {
            var encoded = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var first = before == 0 ? 0 : before + 1;
            var core = encoded[first..((before + bytes.Length) * 8 / 6)];
            if (core.Length < ShortestBase64Core)
                continue;
            yield return core;
            yield return UrlSafe(core);
        }
    }

    private static string UrlSafe(string base64) => base64.Replace('+', '-').Replace('/', '_');

    private static string LowerHex(string encoded)
    {
        var text = encoded.ToCharArray();
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] == '%')
                (text[i + 1], text[i + 2]) = (char.ToLowerInvariant(text[i + 1]), char.ToLowerInvariant(text[i + 2]));
        }

        return new string(text);
    }
}
