using System.Buffers;
using System.Net;
using System.Text;

namespace Nuke.Common.Execution;

/// <summary>The values that must not be printed, in every form in which they are likely to turn up.</summary>
internal sealed class Secrets
{
    public const string Mask = "[secret]";

    // A line or an encoding this short would be found in ordinary words.
    private const int ShortestDerivedForm = 4;

    private readonly HashSet<string> known = [];
    private string[] forms = [];
    private SearchValues<char> firstCharacters = SearchValues.Create("");

    public bool Any => forms.Length > 0;

    public void Add(string secret)
    {
        if (string.IsNullOrWhiteSpace(secret) || !known.Add(secret))
            return;

        string[] derived =
        [
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
            Uri.EscapeDataString(secret),
            WebUtility.UrlEncode(secret),
            // A log prints the lines of a text one by one.
            .. secret.Split('\n', StringSplitOptions.TrimEntries),
        ];
        var all = forms.Append(secret).Concat(derived.Where(x => x.Length >= ShortestDerivedForm)).Distinct();
        forms = [.. all.OrderByDescending(x => x.Length)];
        firstCharacters = SearchValues.Create([.. forms.Select(x => x[0]).Distinct()]);
    }

    /// <summary>Whether the text has a secret in it.</summary>
    public bool OccurIn(string text) => Any && Redact(text) != text;

    /// <summary>The text without secrets.</summary>
    public string Redact(string text)
    {
        var redacted = new StringBuilder();
        Redact(text, redacted, complete: true);
        return redacted.ToString();
    }

    /// <summary>
    /// Appends the text without secrets and returns what is left of it: nothing where the text is complete, otherwise what may turn out to
    /// be the start of a secret.
    /// </summary>
    public ReadOnlySpan<char> Redact(ReadOnlySpan<char> text, StringBuilder redacted, bool complete)
    {
        while (text.Length > 0)
        {
            var next = text.IndexOfAny(firstCharacters);
            redacted.Append(next < 0 ? text : text[..next]);
            text = next < 0 ? [] : text[next..];
            if (text.Length == 0)
                break;

            var (length, mayGoOn) = Match(text);
            if (mayGoOn && !complete)
                break;

            redacted.Append(length > 0 ? Mask : text[..1]);
            text = text[Math.Max(1, length)..];
        }

        return text;
    }

    /// <summary>The length of the longest form that the text starts with, and whether a longer one may start like it.</summary>
    (int Length, bool MayGoOn) Match(ReadOnlySpan<char> text)
    {
        var mayGoOn = false;
        foreach (var form in forms)
        {
            if (text.StartsWith(form))
                return (form.Length, mayGoOn);
            mayGoOn |= form.AsSpan().StartsWith(text);
        }

        return (0, mayGoOn);
    }
}
