using System.Buffers;
using System.Text;

namespace Pipeline.Components.Secrets;

/// <summary>Takes secrets out of text, in whatever form they are there.</summary>
internal sealed class Redaction
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Mask = "[secret]";

    private readonly string[] forms;
    private readonly SearchValues<char> firstCharacters;

    /// <summary>For these secrets; blank ones are none.</summary>
    public Redaction(IEnumerable<string> secrets)
    {
        Secrets = [.. secrets.Where(secret => !string.IsNullOrWhiteSpace(secret)).Distinct()];
        // The longest first: a secret may be a part of another one.
        forms = [.. Secrets.SelectMany(SecretForms.Of).Distinct().OrderByDescending(form => form.Length)];
        firstCharacters = SearchValues.Create([.. forms.Select(form => form[0]).Distinct()]);
    }

    /// <summary>No secret at all.</summary>
    public static Redaction None { get; } = new([]);

    /// <summary>The secrets.</summary>
    public IReadOnlyList<string> Secrets { get; }

    /// <summary>Whether the text holds a secret.</summary>
    public bool Finds(string text) => Secrets.Count > 0 && Apply(text) != text;

    /// <summary>The text without secrets.</summary>
    public string Apply(string text)
    {
        if (Secrets.Count == 0 || string.IsNullOrEmpty(text))
            return text;

        var redacted = new StringBuilder(text.Length);
        Apply(text, redacted, complete: true);
        return redacted.ToString();
    }

    /// <summary>
    /// Appends the text without secrets and returns what is left of it: nothing where the text is complete, otherwise what may turn out to be
    /// the start of a secret.
    /// </summary>
    public ReadOnlySpan<char> Apply(ReadOnlySpan<char> text, StringBuilder redacted, bool complete)
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

    // The longest form that the text starts with, and whether a longer one may start like it.
    private (int Length, bool MayGoOn) Match(ReadOnlySpan<char> text)
    {
        var mayGoOn = false;
        foreach (var form in forms)
        {
            if (text.StartsWith(form, StringComparison.Ordinal))
                return (form.Length, mayGoOn);
            mayGoOn |= form.AsSpan().StartsWith(text, StringComparison.Ordinal);
        }

        return (0, mayGoOn);
    }
}
